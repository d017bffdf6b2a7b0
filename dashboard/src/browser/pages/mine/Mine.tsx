import { useTranslation } from 'react-i18next';
import { Page } from '../../frame/Page.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { MineDocument, type MineQuery } from './generated/mine.ts';
import { MineAlerts } from './MineAlerts.tsx';
import { MineNeeds } from './MineNeeds.tsx';
import { MineReach } from './MineReach.tsx';
import { MineWho } from './MineWho.tsx';
import { MineWithheld } from './MineWithheld.tsx';
import { MineWorkers } from './MineWorkers.tsx';
import styles from './mine.module.css';

export type MyFile = NonNullable<MineQuery['me']['client']>;

/** A client's own file: what services have on file about them, in words they would use themselves. */
export default function Mine() {
  const { t } = useTranslation('mine');
  const asked = useAsk(MineDocument);
  const id = asked.data?.me.client?.id;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        id && (
          <>
            <ButtonLink to={`/people/${id}/seen`}>{t('seen')}</ButtonLink>
            <ButtonLink to={`/people/${id}/sharing`}>{t('sharing')}</ButtonLink>
          </>
        )
      }
    >
      <Answer of={asked}>
        {({ me: { client } }) =>
          client ? (
            <div className={styles.cards}>
              <MineWho file={client} />
              <MineReach file={client} />
              <MineWorkers file={client} />
              <MineAlerts file={client} />
              <MineNeeds file={client} />
              <MineWithheld file={client} />
            </div>
          ) : (
            <p>{t('none')}</p>
          )
        }
      </Answer>
    </Page>
  );
}
