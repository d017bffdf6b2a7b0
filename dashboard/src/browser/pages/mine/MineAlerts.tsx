import { useTranslation } from 'react-i18next';
import { AgencyName } from '../../parts/AgencyName.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Banner } from '../../parts/Banner.tsx';
import { Card } from '../../parts/Card.tsx';
import { Covered } from '../../parts/Covered.tsx';
import { Day } from '../../parts/Day.tsx';
import { FromHub } from '../../parts/FromHub.tsx';
import type { MyFile } from './Mine.tsx';
import styles from './mine.module.css';

/** What services keep in mind for the client's safety. Past and corrected alerts too, because they are still on file. */
export function MineAlerts({ file: { alerts } }: Readonly<{ file: MyFile }>) {
  const { t } = useTranslation('mine');
  const all = alerts?.nodes ?? [];
  return (
    <Card title={t('alerts.title')}>
      <p>{t('alerts.text')}</p>
      {(alerts?.complete !== true || alerts?.pageInfo?.hasNextPage) && (
        <Banner kind="care">
          <p>{t('alerts.incomplete')}</p>
        </Banner>
      )}
      {all.length === 0 && <p>{t('alerts.none')}</p>}
      {all.length > 0 && (
        <Covered word={t('alerts.title')}>
          <ul className={styles.list}>
            {all.map(({ alert, label, record }) => (
              <li key={alert.id}>
                <span>
                  <strong>{label ? <FromHub>{label}</FromHub> : t('alerts.unnamed')}</strong>{' '}
                  {isOver(alert) && <Badge>{t('alerts.over')}</Badge>}
                </span>
                {alert.text && <span>{alert.text}</span>}
                <span className={styles.small}>
                  {alert.certainty && `${t(`alerts.certainty.${alert.certainty}`)} · `}
                  <AgencyName of={record.agency} />
                  {alert.raisedOn && (
                    <>
                      {' · '}
                      {t('alerts.since')} <Day of={alert.raisedOn} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Covered>
      )}
    </Card>
  );
}

type MyAlert = NonNullable<NonNullable<MyFile['alerts']>['nodes']>[number]['alert'];

const isOver = ({ status, certainty }: MyAlert): boolean =>
  status === 'CLOSED' || status === 'ENTERED_IN_ERROR' || certainty === 'RULED_OUT' || certainty === 'CORRECTED';
