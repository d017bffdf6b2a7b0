import { useTranslation } from 'react-i18next';
import { Facts } from '../../../parts/Facts.tsx';
import styles from '../proposals.module.css';
import type { ProposalShown } from './ProposalShown.ts';

/** The text of the proposed consent notice. */
export function NoticeProposed({ change }: Readonly<{ change: NonNullable<ProposalShown['change']> }>) {
  const { t } = useTranslation('proposals');
  return (
    <Facts
      of={[
        { word: t('what.language'), is: change.language },
        { word: t('what.version'), is: change.version },
        { word: t('what.text'), is: change.text && <span className={styles.said}>{change.text}</span> },
      ]}
    />
  );
}
