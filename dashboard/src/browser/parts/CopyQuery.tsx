import type { DocumentNode } from 'graphql';
import { print } from 'graphql';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import styles from './CopyQuery.module.css';

type Props = Readonly<{ document: DocumentNode; variables?: object }>;

/** Copies the query behind what is shown, so that people who build on the graph can run it too. */
export function CopyQuery({ document, variables }: Props) {
  const { t } = useTranslation('frame');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const asked = variables ? `# ${JSON.stringify(variables)}\n` : '';
    await navigator.clipboard.writeText(`${asked}${print(document)}`);
    setCopied(true);
  };
  return (
    <span className={styles.copy}>
      <Button kind="quiet" onPress={copy}>
        <Copy aria-hidden size={16} />
        {t('copy.query')}
      </Button>
      <span role="status">{copied && t('copy.done')}</span>
    </span>
  );
}
