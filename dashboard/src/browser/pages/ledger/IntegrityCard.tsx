import { useTranslation } from 'react-i18next';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Banner } from '../../parts/Banner.tsx';
import { Button } from '../../parts/Button.tsx';
import { Card } from '../../parts/Card.tsx';
import { CopyQuery } from '../../parts/CopyQuery.tsx';
import { Day } from '../../parts/Day.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { LedgerIntegrityDocument, type LedgerIntegrityQuery } from './generated/ledger.ts';
import styles from './ledger.module.css';

/** Whether the ledger is unaltered, as far as the hub has verified it. */
export function IntegrityCard() {
  const { t } = useTranslation('ledger');
  const asked = useAsk(LedgerIntegrityDocument);
  return (
    <Card title={t('integrity.title')} actions={<CopyQuery document={LedgerIntegrityDocument} />}>
      <Answer of={asked}>
        {({ ledgerIntegrity }) => (
          <>
            <State of={ledgerIntegrity} />
            <Checkpoint of={ledgerIntegrity} />
            <div className={styles.row}>
              <Button onPress={asked.again} isDisabled={asked.asking}>
                {t('integrity.again')}
              </Button>
            </div>
          </>
        )}
      </Answer>
    </Card>
  );
}

type Part = Readonly<{ of: LedgerIntegrityQuery['ledgerIntegrity'] }>;

function State({ of: { state, entries, verifiedTo, verifiedAt, fault } }: Part) {
  const { t } = useTranslation('ledger');
  return (
    <Banner kind={state === 'INTACT' ? 'done' : state === 'BROKEN' ? 'care' : 'note'}>
      <p>
        <strong>{t(`integrity.${state}`, { count: entries, verified: verifiedTo, seq: fault?.seq ?? 0 })}</strong>{' '}
        {t('integrity.looked')} <Day of={verifiedAt} withTime />.
      </p>
      {fault && <p>{fault.why}</p>}
    </Banner>
  );
}

/** The hub's latest signed checkpoint: kept elsewhere, it stops even the hub's owner from writing a different ledger. */
function Checkpoint({ of: { checkpoint } }: Part) {
  const { t } = useTranslation('ledger');
  if (!checkpoint) return <p>{t('checkpoint.none')}</p>;
  const { seq, hash, at, keyId } = checkpoint;
  return (
    <>
      <p>{t('checkpoint.text')}</p>
      <Facts
        of={[
          { word: t('checkpoint.seq'), is: seq },
          { word: t('checkpoint.hash'), is: <code className={styles.hash}>{hash}</code> },
          { word: t('checkpoint.at'), is: <Day of={at} withTime /> },
          { word: t('checkpoint.key'), is: <code className={styles.hash}>{keyId}</code> },
        ]}
      />
    </>
  );
}
