import { useTranslation } from 'react-i18next';
import { useAsk } from '../../../graph/useAsk.ts';
import { useTerms } from '../../../parts/useTerms.ts';
import { ProposalWordingsDocument } from '../generated/proposal.ts';
import styles from '../proposals.module.css';
import type { ProposalShown } from './ProposalShown.ts';

type Props = Readonly<{
  proposal: string;
  code: string;
  change: NonNullable<ProposalShown['change']>;
  agreed: boolean;
}>;

/** The wording before and after, side by side. */
export function WordsProposed({ proposal, code, change, agreed }: Props) {
  const { t } = useTranslation('proposals');
  const { kind } = useTerms();
  const asked = useAsk(ProposalWordingsDocument, { variables: { code } });
  const wordings = asked.data?.vocabulary.history ?? [];
  // Once the proposal holds, the wording before it is the previous entry in the history; until then, the last.
  const own = wordings.findIndex((wording) => wording.proposal?.id === proposal);
  const before = own < 0 ? wordings.at(-1) : wordings[own - 1];
  return (
    <dl className={styles.sides}>
      <div>
        <dt>{t(agreed ? 'what.beforeAgreed' : 'what.before')}</dt>
        <dd>{before && !before.retired ? before.label : asked.waiting ? '…' : t('what.none')}</dd>
      </div>
      <div>
        <dt>{t('what.after')}</dt>
        <dd>
          <strong>{change.retire ? t('what.retire') : change.label}</strong>
          {change.category && (
            <span className={styles.small}>
              {t('what.category')}: {kind(change.category)}
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
}
