import { useTranslation } from 'react-i18next';
import { useChange } from '../../graph/useChange.ts';
import { MatchingDecideDocument } from './generated/matching.ts';
import type { NumberedPair } from './numbered.ts';
import { PairNamed } from './PairCard.tsx';
import { WhyDialog } from './WhyDialog.tsx';

export type Word = 'SAME' | 'DIFFERENT' | 'LATER';
/** The outcome. */
export type Decided = Readonly<{ word: Word; linked: boolean; client: string | undefined }>;

type Props = Readonly<{
  pair: NumberedPair;
  word: Word;
  onClose: () => void;
  onDecided: (decided: Decided) => void;
}>;

/** Records a decision on a pair, with the reason. */
export function DecideDialog({ pair, word, onClose, onDecided }: Props) {
  const { t } = useTranslation('matching');
  const { ask, asking, fault } = useChange(MatchingDecideDocument, { askAgain: ['MatchingPairs'] });
  const say = async (reason: string) => {
    const answer = await ask({ decision: { pair: pair.id, word, reason } });
    if (answer) onDecided({ word, linked: answer.decideLink.linked, client: answer.decideLink.client?.id });
  };
  return (
    <WhyDialog
      title={t(`decide.${word}.title`)}
      about={<PairNamed pair={pair} />}
      text={t(`decide.${word}.text`)}
      go={t(`decide.${word}.go`)}
      {...{ asking, fault, onClose }}
      onGo={say}
    />
  );
}
