import {
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../parts/nameOf.ts';
import { useHubWords } from '../../parts/useHubWords.ts';
import { usePrinting } from '../../parts/usePrinting.ts';
import styles from './AlertList.module.css';
import { AlertText } from './AlertText.tsx';
import type { BoardAlertFragment } from './generated/board.ts';
import { type AlertGroup, groupsOf } from './groupsOf.ts';

type Props = Readonly<{ alerts: readonly BoardAlertFragment[] }>;

/** Alerts in groups: on a screen only those in view, on paper all of them. */
export function AlertList({ alerts }: Props) {
  const printing = usePrinting();
  const groups = groupsOf(alerts);
  return (
    <>
      <div hidden={printing}>
        <InSight groups={groups} />
      </div>
      {printing && groups.map((group) => <Printed key={group.id} of={group} />)}
    </>
  );
}

/**
 * Renders only the alerts in view and a few around them, so that a board of many hundreds scrolls like one of ten. The page
 * scrolls, not the list in it.
 */
function InSight({ groups }: Readonly<{ groups: readonly AlertGroup[] }>) {
  const { t } = useTranslation('board');
  return (
    <Virtualizer layout={ListLayout} layoutOptions={sizes}>
      <GridList aria-label={t('list')} className={styles.list ?? ''} keyboardNavigationBehavior="tab" items={groups}>
        {(group) => <Group of={group} />}
      </GridList>
    </Virtualizer>
  );
}

/** Estimated heights in pixels, until rows are measured. */
const sizes = { estimatedRowSize: 112, estimatedHeadingSize: 64, gap: 8 };

function Group({ of: { id, alerts } }: Readonly<{ of: AlertGroup }>) {
  const { t } = useTranslation('board');
  const said = useHubWords();
  return (
    <GridListSection id={id} className={styles.group ?? ''} aria-label={t(`groups.${id}`)}>
      <GridListHeader className={styles.heading ?? ''}>
        <Heading of={{ id, alerts }} />
      </GridListHeader>
      <Collection items={alerts.map((one) => ({ id: idOf(one), one }))}>
        {({ id: key, one }) => (
          <GridListItem id={key} textValue={spoken(one, said)} className={styles.row ?? ''}>
            <AlertText of={one} />
          </GridListItem>
        )}
      </Collection>
    </GridListSection>
  );
}

function Heading({ of: { id, alerts } }: Readonly<{ of: AlertGroup }>) {
  const { t } = useTranslation('board');
  return (
    <>
      <strong>{t(`groups.${id}`)}</strong>
      <span>{t('count', { count: alerts.length })}</span>
      {id !== 'rest' && <small>{t(`groupHints.${id}`)}</small>}
    </>
  );
}

const Printed = ({ of }: Readonly<{ of: AlertGroup }>) => (
  <section className={styles.printed}>
    <div className={styles.heading}>
      <Heading of={of} />
    </div>
    {of.alerts.map((one) => (
      <AlertText key={idOf(one)} of={one} />
    ))}
  </section>
);

/** An alert can concern two clients of one worker: it is on the board once for each. */
const idOf = ({ alert, client, record }: BoardAlertFragment): string => `${alert.id} ${client.id} ${record.id}`;

const spoken = ({ label, client }: BoardAlertFragment, said: ReturnType<typeof useHubWords>): string =>
  [nameOf(client.name), label && said(label).label].filter(Boolean).join(', ');
