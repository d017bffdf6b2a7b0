import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../frame/Page.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Button } from '../../parts/Button.tsx';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { Card } from '../../parts/Card.tsx';
import { Day } from '../../parts/Day.tsx';
import { ShowMore } from '../../parts/ShowMore.tsx';
import { useSession } from '../../session/Session.tsx';
import { AskingItem } from './AskingItem.tsx';
import { byDay } from './byDay.ts';
import { SeenDocument, type SeenQuery } from './generated/seen.ts';
import { NotListed } from './NotListed.tsx';
import styles from './seen.module.css';

/** Who was told what of a person: for themself, of every record; for a worker, of their own agency's. */
export default function Seen() {
  const { client = '' } = useParams();
  // All words before the page: it would be gone for a moment where a part of it waits for some.
  const { t } = useTranslation(['seen', 'terms']);
  const { signed, purpose } = useSession();
  const isSelf = signed.role === 'CLIENT';
  const asked = useAsk(SeenDocument, { variables: { client } });
  return (
    <Page
      key={`${client} ${purpose}`}
      title={t(isSelf ? 'titleSelf' : 'title')}
      lead={t(isSelf ? 'leadSelf' : 'lead')}
      actions={
        <>
          <Button onPress={() => window.print()}>
            <Printer aria-hidden size={18} />
            {t('print')}
          </Button>
          <ButtonLink to={isSelf ? '/mine' : `/people/${client}`}>{t(isSelf ? 'backSelf' : 'back')}</ButtonLink>
        </>
      }
    >
      <NotListed isSelf={isSelf} />
      <Answer of={asked}>
        {({ me, client: found }) => {
          if (!found) return <p>{t('unknown')}</p>;
          const { nodes, pageInfo } = found.disclosures;
          return (
            <>
              {nodes.length === 0 && <p>{t('none')}</p>}
              {byDay(nodes).map(({ day, askings }) => (
                <Card key={day} title={<Day of={day} />}>
                  <ul className={styles.list}>
                    {askings.map((asking) => (
                      <AskingItem key={asking.key} asking={asking} isYou={asking.first.requester === me.signInName} />
                    ))}
                  </ul>
                </Card>
              ))}
              <div className={styles.more}>
                <ShowMore
                  of={asked}
                  page={pageInfo}
                  list={{ name: 'seen', shown: nodes.length }}
                  merge={withNext}
                  word={t('more')}
                />
              </div>
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

/** The list with its next page. */
function withNext(before: SeenQuery, next: SeenQuery): SeenQuery {
  if (!before.client || !next.client) return before;
  const nodes = [...before.client.disclosures.nodes, ...next.client.disclosures.nodes];
  return { ...next, client: { ...next.client, disclosures: { ...next.client.disclosures, nodes } } };
}
