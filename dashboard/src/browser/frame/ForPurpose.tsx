import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/Button.tsx';
import { Card } from '../parts/Card.tsx';
import { useTerms } from '../parts/useTerms.ts';
import { useSession } from '../session/Session.tsx';

type Props = Readonly<{ opening: readonly string[]; children: ReactNode }>;

/**
 * Shows its children only under a purpose that opens them. Under any other, says which purpose is needed and lets the reader switch
 * to it.
 */
export function ForPurpose({ opening, children }: Props) {
  const { t } = useTranslation('frame');
  const { signed, purpose, setPurpose } = useSession();
  const { purpose: word } = useTerms();
  if (opening.includes(purpose)) return children;
  const choices = signed.purposes.filter((code) => opening.includes(code));
  return (
    <Card title={t('forPurpose.title')}>
      <p>{t('forPurpose.text', { purpose: word(purpose) })}</p>
      {choices.length === 0 && <p>{t('forPurpose.none')}</p>}
      {choices.map((code, nth) => (
        <Button key={code} kind={nth === 0 ? 'main' : 'plain'} onPress={() => setPurpose(code)}>
          {t('forPurpose.switch', { purpose: word(code) })}
        </Button>
      ))}
    </Card>
  );
}
