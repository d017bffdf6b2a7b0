import { useTranslation } from 'react-i18next';
import { AgencyName } from '../../parts/AgencyName.tsx';
import { useTerms } from '../../parts/useTerms.ts';
import type { Asking } from './byDay.ts';
import { EntryItem } from './EntryItem.tsx';
import styles from './seen.module.css';

type Props = Readonly<{ asking: Asking; isYou: boolean }>;

/** Who asked and what for, and each thing they were told. */
export function AskingItem({ asking: { first, entries }, isYou }: Props) {
  const { t } = useTranslation('seen');
  const { purpose } = useTerms();
  return (
    <li className={styles.asking}>
      <h3>
        {isYou ? t('entry.you') : first.requester}
        {!isYou && (
          <span className={styles.quiet}>
            <AgencyName of={first.requesterAgency} />
          </span>
        )}
      </h3>
      <p>
        {t('entry.for')} {purpose(first.purpose)}
      </p>
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <EntryItem key={entry.key} entry={entry} />
        ))}
      </ul>
    </li>
  );
}
