import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { AgencyName } from '../../parts/AgencyName.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Card } from '../../parts/Card.tsx';
import { Day } from '../../parts/Day.tsx';
import { Fold } from '../../parts/Fold.tsx';
import { Withheld } from '../../parts/Withheld.tsx';
import styles from './client.module.css';
import type { FirstClient } from './WhoCard.tsx';

type Work = NonNullable<FirstClient['involvement']>[number];

/** Who works with the person at every agency, and how to reach those workers. */
export function WorkersCard({ client }: Readonly<{ client: FirstClient }>) {
  const { t } = useTranslation('client');
  const work = client.involvement ?? [];
  const now = work.filter(({ until }) => until === null);
  const past = work.filter(({ until }) => until !== null);
  return (
    <Card title={t('workers.title')}>
      {now.length > 0 ? <Works of={now} /> : <p>{t('workers.none')}</p>}
      {past.length > 0 && (
        <Fold title={t('workers.past', { count: past.length })}>
          <Works of={past} />
        </Fold>
      )}
    </Card>
  );
}

const Works = ({ of }: Readonly<{ of: readonly Work[] }>) => (
  <ul className={styles.list}>
    {of.map((work) => (
      <li key={work.record.id}>
        <OneWork work={work} />
      </li>
    ))}
  </ul>
);

function OneWork({ work: { record, programme, since, until, worker } }: Readonly<{ work: Work }>) {
  const { t } = useTranslation('client');
  const { me } = useKnown();
  return (
    <>
      <p>
        <strong>{worker?.name ?? <Withheld />}</strong>
        {worker?.role && `, ${worker.role}`}{' '}
        {record.agency !== null && record.agency.id === me?.agency.id && <Badge>{t('workers.ours')}</Badge>}
      </p>
      <p>
        <AgencyName of={record.agency} />
        {programme && ` · ${programme}`}
      </p>
      <p className={styles.small}>
        {since && (
          <>
            {t('workers.since')} <Day of={since} />{' '}
          </>
        )}
        {until && (
          <>
            {t('workers.until')} <Day of={until} />
          </>
        )}
      </p>
      {worker?.phone && (
        <a className={styles.call} href={`tel:${worker.phone.replaceAll(/[^+\d]/g, '')}`}>
          <Phone aria-hidden size={18} />
          {worker.phone}
        </a>
      )}
    </>
  );
}
