import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { useChange } from '../../../graph/useChange.ts';
import { Button } from '../../../parts/Button.tsx';
import { Day } from '../../../parts/Day.tsx';
import { FromHub } from '../../../parts/FromHub.tsx';
import { Radios } from '../../../parts/Radios.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { useHubWords } from '../../../parts/useHubWords.ts';
import { useTried } from '../../../parts/useTried.ts';
import styles from '../client.module.css';
import { ClientAnswerPromptDocument, type ClientOwnQuery } from '../generated/own.ts';
import { OrderFault } from './OrderFault.tsx';

export type OnePrompt = NonNullable<NonNullable<ClientOwnQuery['client']>['records'][number]['prompts']>[number];

type Props = Readonly<{
  record: string;
  prompt: OnePrompt;
  /** The label of each need by its code: of a need, nothing but its label is quoted. */
  needs: ReadonlyMap<string, string>;
}>;

/** A prompt: what speaks of something that no alert names, and the worker's answer. Nothing follows automatically. */
export function PromptItem({ record, prompt, needs }: Props) {
  const { t } = useTranslation('client');
  const { alertWord } = useKnown();
  const said = useHubWords();
  const [answering, setAnswering] = useState(false);
  const { answered } = prompt;
  return (
    <div className={styles.prompt}>
      <h3 className={styles.asks}>
        {t('prompts.asks', { alert: prompt.code ? said(alertWord(prompt.code)).label : '' })}
      </h3>
      <ul className={styles.quotes}>
        {(prompt.quotes ?? []).map(({ date, text, reason }) => (
          <li key={`${date} ${text}`}>
            <q>{text && <FromHub>{needs.get(text) ?? text}</FromHub>}</q>{' '}
            <span className={styles.small}>
              <Day of={date} /> · {/* The agency writes it in English. */}
              <span lang="en">{reason}</span>
            </span>
          </li>
        ))}
      </ul>
      {answered?.answer && (
        <p>
          {t('prompts.answered')} <strong>{t(`prompts.answers.${answered.answer}`)}</strong> <Day of={answered.on} />.{' '}
          {answered.reason}
        </p>
      )}
      {answering ? (
        <PromptAnswerForm record={record} prompt={prompt} onDone={() => setAnswering(false)} />
      ) : (
        <div>
          <Button onPress={() => setAnswering(true)}>{t(answered ? 'prompts.again' : 'prompts.answer')}</Button>
        </div>
      )}
    </div>
  );
}

const answers = ['NAME_IT', 'NOT_FAMILY_VIOLENCE', 'NOT_YET', 'UNSAFE_TO_NAME'] as const;

type FormProps = Readonly<{ record: string; prompt: OnePrompt; onDone: () => void }>;

function PromptAnswerForm({ record, prompt, onDone }: FormProps) {
  const { t } = useTranslation('client');
  const { t: frame } = useTranslation('frame');
  const [answer, setAnswer] = useState<(typeof answers)[number] | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useTried();
  const change = useChange(ClientAnswerPromptDocument, { askAgain: ['ClientOwn'] });
  const send = async () => {
    setTried(true);
    if (!answer || reason.trim() === '') return;
    if (await change.ask({ record, prompt: prompt.id, answer, reason: reason.trim() })) onDone();
  };
  return (
    <div className={styles.column}>
      <Radios
        label={t('prompts.yours')}
        hint={t('prompts.allGood')}
        choices={answers.map((id) => ({ id, label: t(`prompts.answers.${id}`) }))}
        value={answer}
        onChange={setAnswer}
        {...(tried && !answer && { fault: t('order.choiceNeeded') })}
      />
      <TextField
        label={t('prompts.reason')}
        lines={2}
        value={reason}
        onChange={setReason}
        {...(tried && reason.trim() === '' && { fault: t('order.wordsNeeded') })}
      />
      <OrderFault of={change.fault} />
      <div className={styles.buttons}>
        <Button kind="main" isDisabled={change.asking} onPress={send}>
          {t('prompts.keep')}
        </Button>
        <Button onPress={onDone}>{frame('cancel')}</Button>
      </div>
    </div>
  );
}
