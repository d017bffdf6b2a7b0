import { useTranslation } from 'react-i18next';
import { Banner } from '../../../parts/Banner.tsx';
import { Day } from '../../../parts/Day.tsx';
import { FromHub } from '../../../parts/FromHub.tsx';
import type { ProposalStatus } from '../generated/proposal.ts';
import type { ProposalShown } from './ProposalShown.ts';

type Props = Readonly<{ proposal: ProposalShown; status: Exclude<ProposalStatus, 'OPEN'> }>;

/** The outcome of a proposal: the day from which it holds, or why it does not. */
export function OutcomeCard({ proposal: { decidedAt, holdsFrom, whyNot, change }, status }: Props) {
  const { t } = useTranslation('proposals');
  return (
    <Banner kind={status === 'REJECTED' ? 'care' : 'note'}>
      <p>
        <strong>{t(`outcome.${status}`)}</strong> <Day of={decidedAt} />
      </p>
      {holdsFrom && (
        <p>
          {t('outcome.holds')} <Day of={holdsFrom} />.
        </p>
      )}
      {status === 'AGREED' && !change && <p>{t('outcome.noChange')}</p>}
      {whyNot && (
        <p>
          {t('outcome.why')}: <FromHub>{whyNot}</FromHub>
        </p>
      )}
    </Banner>
  );
}
