import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import styles from './Covered.module.css';

type Props = Readonly<{
  /** What is covered, in a word or two. */
  word: string;
  children: ReactNode;
}>;

/**
 * Covers what must not be read over a shoulder until somebody asks to see it, and again whenever the page opens anew. Until then it
 * is not in the document, so it cannot end up on paper or in a screenshot by accident.
 *
 * Whoever stands beside a client sees their page too, and a number that only services have, or an agency's name, discloses as much as
 * an address. What a client may share is never covered: a consent has to be withdrawn in one step.
 *
 * The button comes before the content: it stays where it was pressed, and a screen reader goes on to what was revealed.
 */
export function Covered({ word, children }: Props) {
  const { t } = useTranslation('frame');
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  const act = t(shown ? 'cover.hide' : 'cover.show');
  return (
    <div className={styles.covered}>
      <Button kind="quiet" aria-label={`${act}: ${word}`} onPress={() => setShown(!shown)}>
        <Icon aria-hidden size={18} />
        {act}
      </Button>
      {shown ? <div>{children}</div> : <div className="on-paper">{t('cover.onPaper')}</div>}
    </div>
  );
}
