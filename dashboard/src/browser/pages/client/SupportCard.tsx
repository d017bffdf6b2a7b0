import { useTranslation } from 'react-i18next';
import { AgencyName } from '../../parts/AgencyName.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Card } from '../../parts/Card.tsx';
import { Day } from '../../parts/Day.tsx';
import styles from './client.module.css';
import type { RestClient } from './Rest.tsx';

/** The person's housing situation, without where that is, and their periods of support. */
export function SupportCard({ client: { records } }: Readonly<{ client: RestClient }>) {
  const { t } = useTranslation('client');
  const housing = records.flatMap(({ id, agency, housing }) => (housing ? [{ id, agency, ...housing }] : []));
  const episodes = records
    .flatMap(({ agency, episodes }) => (episodes ?? []).map((episode) => ({ agency, ...episode })))
    .sort((a, b) => (b.start ?? '').localeCompare(a.start ?? ''));
  return (
    <Card title={t('support.title')}>
      {housing.length === 0 && episodes.length === 0 && <p>{t('support.none')}</p>}
      {housing.length > 0 && (
        <ul className={styles.rows}>
          {housing.map(({ id, agency, situation, since, atRisk }) => (
            <li key={id}>
              <span>
                {situation && t(`support.housing.${situation}`)}{' '}
                {atRisk && <Badge tone="care">{t('support.atRisk')}</Badge>}
              </span>
              <span className={styles.small}>
                <AgencyName of={agency} />
                {since && (
                  <>
                    {' · '}
                    {t('needs.since')} <Day of={since} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {episodes.length > 0 && (
        <>
          <h3>{t('support.episodes')}</h3>
          <ul className={styles.rows}>
            {episodes.map(({ id, agency, programme, status, start, end }) => (
              <li key={id}>
                <span>
                  {programme}{' '}
                  {status && (
                    <Badge tone={status === 'ACTIVE' ? 'good' : 'plain'}>{t(`support.status.${status}`)}</Badge>
                  )}
                </span>
                <span className={styles.small}>
                  <AgencyName of={agency} />
                  {start && (
                    <>
                      {' · '}
                      <Day of={start} />
                    </>
                  )}
                  {end && (
                    <>
                      {' – '}
                      <Day of={end} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
