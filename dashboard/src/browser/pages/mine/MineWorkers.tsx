import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AgencyName } from '../../parts/AgencyName.tsx';
import { Card } from '../../parts/Card.tsx';
import { Covered } from '../../parts/Covered.tsx';
import { Day } from '../../parts/Day.tsx';
import { Withheld } from '../../parts/Withheld.tsx';
import type { MyFile } from './Mine.tsx';
import styles from './mine.module.css';

/** The workers who support the client, and how to call them. Covered: an agency's name alone reveals what somebody needs help with. */
export function MineWorkers({ file: { involvement } }: Readonly<{ file: MyFile }>) {
  const { t } = useTranslation('mine');
  const now = (involvement ?? []).filter(({ until }) => until === null);
  return (
    <Card title={t('workers.title')}>
      {now.length === 0 && <p>{t('workers.none')}</p>}
      {now.length > 0 && (
        <Covered word={t('workers.title')}>
          <ul className={styles.list}>
            {now.map(({ record, worker, programme, since }) => (
              <li key={record.id}>
                <strong>{worker?.name ?? <Withheld />}</strong>
                <span>
                  <AgencyName of={record.agency} />
                  {programme && ` · ${programme}`}
                </span>
                {since && (
                  <span className={styles.small}>
                    {t('workers.since')} <Day of={since} />
                  </span>
                )}
                {worker?.phone && (
                  <a className={styles.call} href={`tel:${worker.phone.replaceAll(/[^+\d]/g, '')}`}>
                    <Phone aria-hidden size={18} />
                    {worker.phone}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </Covered>
      )}
    </Card>
  );
}
