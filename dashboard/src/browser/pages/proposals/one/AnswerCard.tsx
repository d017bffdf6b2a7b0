import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../graph/useChange.ts';
import { Button } from '../../../parts/Button.tsx';
import { Card } from '../../../parts/Card.tsx';
import { Faulted } from '../../../parts/Faulted.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { useTried } from '../../../parts/useTried.ts';
import { ProposalAnswerDocument } from '../generated/proposal.ts';
import { isWaiting } from '../LevelPath.tsx';
import styles from '../proposals.module.css';
import type { ProposalShown } from './ProposalShown.ts';
import type { Voice } from './VoiceSaid.tsx';

/** For the agency that raised the proposal: the objections that wait for its answer. */
export function AnswerCard({ proposal: { id, level, levels } }: Readonly<{ proposal: ProposalShown }>) {
  const { t } = useTranslation('proposals');
  const waiting = (levels.find((one) => one.level === level)?.heard ?? []).filter(isWaiting);
  if (waiting.length === 0) return null;
  return (
    <Card title={t('answer.title')}>
      <p>{t('answer.text')}</p>
      {waiting.map((voice) => (
        <AnswerOne key={voice.id} proposal={id} voice={voice} />
      ))}
    </Card>
  );
}

function AnswerOne({ proposal, voice }: Readonly<{ proposal: string; voice: Voice }>) {
  const { t } = useTranslation('proposals');
  const { t: frame } = useTranslation('frame');
  const [words, setWords] = useState('');
  const [tried, setTried] = useTried();
  const answer = useChange(ProposalAnswerDocument);
  const say = async () => {
    setTried(true);
    if (words.trim() !== '') await answer.ask({ proposal, voice: voice.id, answer: words.trim() });
  };
  return (
    <section className={styles.part}>
      <h3>{t('answer.of', { agency: voice.agency?.name ?? frame('unknownAgency') })}</h3>
      <p className={styles.said}>{voice.reason}</p>
      <TextField
        label={t('answer.words')}
        lines={3}
        maxLength={4000}
        value={words}
        onChange={setWords}
        {...(tried && words.trim() === '' && { fault: t('answer.missing') })}
      />
      <Faulted of={answer.fault} />
      <div>
        <Button kind="main" onPress={say} isDisabled={answer.asking}>
          {t('answer.go')}
        </Button>
      </div>
    </section>
  );
}
