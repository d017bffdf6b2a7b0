import { useTranslation } from 'react-i18next';
import { AgencyName } from '../../parts/AgencyName.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Card } from '../../parts/Card.tsx';
import { Covered } from '../../parts/Covered.tsx';
import { FromHub } from '../../parts/FromHub.tsx';
import type { MyFile } from './Mine.tsx';
import styles from './mine.module.css';

/** The needs that services wrote down, and where the client is staying. */
export function MineNeeds({ file: { needs, records } }: Readonly<{ file: MyFile }>) {
  const { t } = useTranslation('mine');
  const all = needs ?? [];
  const housing = records.flatMap(({ id, agency, housing }) =>
    housing?.situation ? [{ id, agency, situation: housing.situation }] : [],
  );
  return (
    <Card title={t('needs.title')}>
      {all.length === 0 && <p>{t('needs.none')}</p>}
      {all.length + housing.length > 0 && (
        <Covered word={t('needs.title')}>
          <ul className={styles.list}>
            {all.map(({ need, label, record }) => (
              <li key={need.id}>
                <span>
                  {label ? <FromHub>{label}</FromHub> : t('needs.unnamed')}{' '}
                  {need.metOn && <Badge tone="good">{t('needs.met')}</Badge>}
                </span>
                <span className={styles.small}>
                  <AgencyName of={record.agency} />
                </span>
              </li>
            ))}
            {housing.map(({ id, agency, situation }) => (
              <li key={id}>
                <span>
                  {t('needs.stay')} {t(`needs.housing.${situation}`)}
                </span>
                <span className={styles.small}>
                  <AgencyName of={agency} />
                </span>
              </li>
            ))}
          </ul>
        </Covered>
      )}
    </Card>
  );
}
