import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../frame/Page.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { nameOf } from '../../parts/nameOf.ts';
import { AlertsCard } from './AlertsCard.tsx';
import { ClientActions } from './ClientActions.tsx';
import styles from './client.module.css';
import type { Glass } from './EmergencyStrip.tsx';
import { ClientFirstDocument } from './generated/client.ts';
import { OwnRecord } from './own/OwnRecord.tsx';
import { ReachCard } from './ReachCard.tsx';
import { Rest } from './Rest.tsx';
import { WhoCard } from './WhoCard.tsx';
import { WorkersCard } from './WorkersCard.tsx';

type Props = Readonly<{
  client: string;
  /** Shown above everything: the notice that this is an emergency view. */
  strip?: ReactNode;
  /** Left out in the emergency view, where emergency access is not offered again. */
  onGlass?: (glass: Glass) => void;
}>;

/** A person's page: safety first, then who they are, how to reach them and who else helps; the rest follows as it comes. */
export function ClientView({ client: id, strip, onGlass }: Props) {
  const { t } = useTranslation('client');
  const first = useAsk(ClientFirstDocument, { variables: { client: id } });
  const client = first.data?.client;
  return (
    <Page
      title={nameOf(client?.name) ?? t('title')}
      actions={client && <ClientActions client={client} {...(onGlass && { onGlass })} />}
    >
      {strip}
      <Answer of={first}>
        {({ client }) =>
          client ? (
            <div className={styles.columns}>
              <AlertsCard asked={first} client={client} mayAct={onGlass !== undefined} />
              <div className={`${styles.column} ${styles.side}`}>
                <ReachCard client={client} />
                <WhoCard client={client} />
                <WorkersCard client={client} />
              </div>
              <div className={styles.column}>
                {onGlass && <OwnRecord client={id} />}
                <Rest first={client} />
              </div>
            </div>
          ) : (
            <p>{t('unknown')}</p>
          )
        }
      </Answer>
    </Page>
  );
}
