import { useTranslation } from 'react-i18next';
import { AgencyName } from '../../parts/AgencyName.tsx';
import { Card } from '../../parts/Card.tsx';
import { Day } from '../../parts/Day.tsx';
import { Fold } from '../../parts/Fold.tsx';
import { FromHub } from '../../parts/FromHub.tsx';
import styles from './client.module.css';
import type { RestClient } from './Rest.tsx';

type OneNeed = NonNullable<RestClient['needs']>[number];

/** The person's needs across all agencies: open first, met folded away. */
export function NeedsCard({ client }: Readonly<{ client: RestClient }>) {
  const { t } = useTranslation('client');
  const needs = client.needs ?? [];
  const open = needs.filter(({ need }) => need.metOn === null);
  const met = needs.filter(({ need }) => need.metOn !== null);
  return (
    <Card title={t('needs.title')}>
      {open.length > 0 ? <Needs of={open} /> : <p>{t('needs.none')}</p>}
      {met.length > 0 && (
        <Fold title={t('needs.met', { count: met.length })}>
          <Needs of={met} />
        </Fold>
      )}
    </Card>
  );
}

function Needs({ of }: Readonly<{ of: readonly OneNeed[] }>) {
  const { t } = useTranslation('client');
  return (
    <ul className={styles.rows}>
      {of.map(({ need, label, record }) => (
        <li key={need.id}>
          <span>{label ? <FromHub>{label}</FromHub> : t('needs.unnamed')}</span>
          <span className={styles.small}>
            <AgencyName of={record.agency} />
            {need.identifiedOn && (
              <>
                {' · '}
                {t('needs.since')} <Day of={need.identifiedOn} />
              </>
            )}
            {need.metOn && (
              <>
                {' · '}
                {t('needs.metOn')} <Day of={need.metOn} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
