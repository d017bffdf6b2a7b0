import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../graph/useChange.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Faulty } from '../../parts/Faulty.tsx';
import { faultSentence } from '../../parts/faultSentence.ts';
import { TextField } from '../../parts/TextField.tsx';
import { MatchingDecideDocument } from './generated/matching.ts';
import type { Pair } from './Matching.tsx';
import styles from './matching.module.css';

type Word = 'SAME' | 'DIFFERENT' | 'LATER';
/** What came of it. */
export type Decided = Readonly<{ word: Word; linked: boolean; client: string | undefined }>;

type Props = Readonly<{ pair: Pair; word: Word; onClose: () => void; onDecided: (decided: Decided) => void }>;

/** Asks why, and says what will happen, before anything is said of a pair. */
export function DecideDialog({ pair, word, onClose, onDecided }: Props) {
  const { t } = useTranslation('matching');
  const { t: frame } = useTranslation('frame');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const decide = useChange(MatchingDecideDocument, { askAgain: ['MatchingPairs'] });
  const say = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const answer = await decide.ask({ decision: { pair: pair.id, word, reason: reason.trim() } });
    if (answer) onDecided({ word, linked: answer.decideLink.linked, client: answer.decideLink.client?.id });
  };
  return (
    <Dialog title={t(`decide.${word}.title`)} isOpen onClose={onClose}>
      <p>{t(`decide.${word}.text`)}</p>
      <TextField
        label={t('decide.reason')}
        hint={t('decide.reasonHint')}
        lines={3}
        value={reason}
        onChange={setReason}
        autoFocus
        {...(tried && reason.trim() === '' && { fault: t('decide.noReason') })}
      />
      {decide.fault && <Faulty sentence={faultSentence(decide.fault, frame)} />}
      <div className={styles.words}>
        <Button kind="main" onPress={say} isDisabled={decide.asking}>
          {t(`decide.${word}.go`)}
        </Button>
        <Button onPress={onClose}>{frame('cancel')}</Button>
      </div>
    </Dialog>
  );
}
