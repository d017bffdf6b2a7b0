import { useTranslation } from 'react-i18next';
import { useChange } from '../../graph/useChange.ts';
import { MatchingReopenDocument } from './generated/matching.ts';
import type { NumberedPair } from './numbered.ts';
import { PairNamed } from './PairCard.tsx';
import { WhyDialog } from './WhyDialog.tsx';

type Props = Readonly<{ pair: NumberedPair; onClose: () => void; onReopened: () => void }>;

/** Takes back, with a reason, that a pair's records are two people's. */
export function ReopenDialog({ pair, onClose, onReopened }: Props) {
  const { t } = useTranslation('matching');
  const { ask, asking, fault } = useChange(MatchingReopenDocument, { askAgain: ['MatchingDenied'] });
  const takeBack = async (reason: string) => {
    if (await ask({ pair: pair.id, reason })) onReopened();
  };
  return (
    <WhyDialog
      title={t('reopen.title')}
      about={<PairNamed pair={pair} />}
      text={t('reopen.text')}
      go={t('reopen.go')}
      {...{ asking, fault, onClose }}
      onGo={takeBack}
    />
  );
}
