import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rest } from '../../graph/useEveryPage.ts';
import { Banner } from '../../parts/Banner.tsx';
import { Button } from '../../parts/Button.tsx';
import { AlertList } from './AlertList.tsx';
import styles from './AlertsHere.module.css';
import type { AlertPage } from './continuedBy.ts';
import { MorePeople } from './MorePeople.tsx';
import type { PeopleShown } from './usePeopleShown.ts';

type Props = Readonly<{
  of: AlertPage;
  rest: Rest;
  people: PeopleShown;
  /** Shown if there are no alerts. */
  none: ReactNode;
  /** Buttons beside the count. */
  children?: ReactNode;
}>;

/** The alerts received, how many there are in all, and, in plain words, what may be missing. */
export function AlertsHere({ of, rest, people, none, children }: Props) {
  const { t } = useTranslation('board');
  const alerts = of.nodes ?? [];
  const numbers = { loaded: alerts.length, total: of.totalCount ?? '?' };
  return (
    <>
      <MorePeople people={people} next={of.nextPeople} />
      {of.complete !== true && of.nextPeople === null && (
        <Banner kind="care">
          <p>{t('incomplete')}</p>
        </Banner>
      )}
      {rest.stuck && (
        <Banner kind="care">
          <p>{t('stuck', numbers)}</p>
          <Button onPress={rest.goOn}>{t('rest')}</Button>
        </Banner>
      )}
      <div className={styles.count}>
        <p role="status">
          {rest.more && !rest.stuck ? t('loaded', numbers) : t('count', { count: of.totalCount ?? alerts.length })}
        </p>
        <div className={styles.actions}>{children}</div>
      </div>
      {alerts.length > 0 ? <AlertList alerts={alerts} /> : none}
    </>
  );
}
