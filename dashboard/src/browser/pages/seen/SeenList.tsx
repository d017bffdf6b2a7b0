import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../graph/useAsk.ts';
import { Button } from '../../parts/Button.tsx';
import { Card } from '../../parts/Card.tsx';
import { Day } from '../../parts/Day.tsx';
import { ShowMore } from '../../parts/ShowMore.tsx';
import { AskingItem } from './AskingItem.tsx';
import { byDay } from './byDay.ts';
import type { SeenQuery } from './generated/seen.ts';
import { NotListed } from './NotListed.tsx';
import styles from './seen.module.css';

type Props = Readonly<{ asked: Asked<SeenQuery>; data: SeenQuery; isSelf: boolean }>;

/** The disclosures, day by day, below what such a list leaves out. */
export function SeenList({ asked, data: { me, client }, isSelf }: Props) {
  const { t } = useTranslation('seen');
  if (!client) return <p>{t('unknown')}</p>;
  const { nodes, pageInfo } = client.disclosures;
  return (
    <div className={styles.days}>
      <div className={styles.acts}>
        <Button onPress={() => window.print()}>
          <Printer aria-hidden size={18} />
          {t('print')}
        </Button>
      </div>
      <NotListed isSelf={isSelf} />
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
      <div className={styles.acts}>
        <ShowMore
          of={asked}
          page={pageInfo}
          list={{ name: 'seen', shown: nodes.length }}
          merge={withNext}
          word={t('more')}
        />
      </div>
    </div>
  );
}

/** Appends the next page to the list. */
function withNext(before: SeenQuery, next: SeenQuery): SeenQuery {
  if (!before.client || !next.client) return before;
  const nodes = [...before.client.disclosures.nodes, ...next.client.disclosures.nodes];
  return { ...next, client: { ...next.client, disclosures: { ...next.client.disclosures, nodes } } };
}
