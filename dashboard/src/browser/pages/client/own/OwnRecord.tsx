import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { useAsk } from '../../../graph/useAsk.ts';
import { Badge } from '../../../parts/Badge.tsx';
import { Card } from '../../../parts/Card.tsx';
import { Day } from '../../../parts/Day.tsx';
import { FromHub } from '../../../parts/FromHub.tsx';
import styles from '../client.module.css';
import { ClientOwnDocument, type ClientOwnQuery } from '../generated/own.ts';
import { PromptItem } from './PromptItem.tsx';

type OwnRecords = NonNullable<ClientOwnQuery['client']>['records'];

/**
 * What waits in the record of the worker's own agency: prompts, private questions to the worker in charge, and alerts that are not
 * raised yet.
 */
export function OwnRecord({ client }: Readonly<{ client: string }>) {
  const { t } = useTranslation('client');
  const { mayDo } = useKnown();
  const { data } = useAsk(ClientOwnDocument, { variables: { client }, skip: !mayDo.includes('answerPrompt') });
  const records = data?.client?.records ?? [];
  const prompts = records.flatMap(({ id, prompts }) => (prompts ?? []).map((prompt) => ({ record: id, prompt })));
  const needs = new Map(data?.vocabulary.needs.map(({ code, label }) => [code, label]));
  const waiting = records.flatMap(({ waitingAlerts }) => waitingAlerts ?? []);
  return (
    <>
      {waiting.length > 0 && <Waiting of={waiting} />}
      {prompts.length > 0 && (
        <Card title={t('prompts.title')}>
          <p>{t('prompts.text')}</p>
          <ul className={styles.list}>
            {prompts.map(({ record, prompt }) => (
              <li key={prompt.id}>
                <PromptItem record={record} prompt={prompt} needs={needs} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Waiting({ of }: Readonly<{ of: readonly NonNullable<OwnRecords[number]['waitingAlerts']>[number][] }>) {
  const { t } = useTranslation('client');
  const { alertWord } = useKnown();
  return (
    <Card title={t('waiting.title')}>
      <p>{t('waiting.text')}</p>
      <ul className={styles.list}>
        {of.map(({ id, code, text, state, askedOn, returnedReason }) => (
          <li key={id}>
            <p>
              <strong>{code && <FromHub>{alertWord(code)}</FromHub>}</strong>{' '}
              {state && <Badge>{t(`waiting.state.${state}`)}</Badge>}
            </p>
            {text && <p>{text}</p>}
            <p className={styles.small}>
              <Day of={askedOn} /> {returnedReason}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
