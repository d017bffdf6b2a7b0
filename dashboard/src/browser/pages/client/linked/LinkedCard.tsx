import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { useAsk } from '../../../graph/useAsk.ts';
import { Button } from '../../../parts/Button.tsx';
import { Card } from '../../../parts/Card.tsx';
import { Day } from '../../../parts/Day.tsx';
import { Fold } from '../../../parts/Fold.tsx';
import styles from '../client.module.css';
import { LinkedHistoryDocument, type LinkedHistoryQuery } from './generated/linked.ts';
import { SeparateDialog } from './SeparateDialog.tsx';

type LinkEvent = NonNullable<NonNullable<LinkedHistoryQuery['client']>['records'][number]['linkHistory']>[number];

type Props = Readonly<{
  client: string;
  /** Whose file it is. */
  about: ReactNode;
}>;

/** Why the record of the worker's own agency is linked with the others, and the way to separate it if it is another person's. */
export function LinkedCard({ client, about }: Props) {
  const { t } = useTranslation('matching');
  const { me, mayDo } = useKnown();
  const [separating, setSeparating] = useState<string>();
  const { data } = useAsk(LinkedHistoryDocument, { variables: { client } });
  const records = data?.client?.records ?? [];
  const own = records.filter(({ agency, linkHistory }) => agency?.id === me?.agency.id && linkHistory !== null);
  // A single record is linked with nothing.
  if (own.length === 0 || records.length < 2) return null;
  return (
    <Card title={t('linked.title')}>
      <p>{t('linked.text')}</p>
      {own.map(({ id, linkHistory }) => (
        <div key={id}>
          <Fold title={t('linked.history')}>
            <History events={linkHistory ?? []} />
          </Fold>
          {mayDo.includes('separateRecord') && <Button onPress={() => setSeparating(id)}>{t('linked.wrong')}</Button>}
        </div>
      ))}
      {separating && <SeparateDialog about={about} record={separating} onClose={() => setSeparating(undefined)} />}
    </Card>
  );
}

function History({ events }: Readonly<{ events: readonly LinkEvent[] }>) {
  const { t } = useTranslation('matching');
  return (
    <ul className={styles.list}>
      {events.map(({ kind, at, decidedBy, reason }) => (
        <li key={`${at} ${kind}`}>
          <strong>{kind && t(`linked.${kind}`)}</strong> <Day of={at} />
          {decidedBy && `, ${decidedBy}`}
          {reason && <p>{reason}</p>}
        </li>
      ))}
    </ul>
  );
}
