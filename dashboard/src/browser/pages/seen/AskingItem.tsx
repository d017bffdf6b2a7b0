import { useTranslation } from 'react-i18next';
import { AgencyName } from '../../parts/AgencyName.tsx';
import { Fold } from '../../parts/Fold.tsx';
import { ownAccess } from '../../parts/ownAccess.ts';
import { useTerms } from '../../parts/useTerms.ts';
import type { Asking } from './byDay.ts';
import { EntryItem } from './EntryItem.tsx';
import styles from './seen.module.css';

type Props = Readonly<{ asking: Asking; isYou: boolean }>;

/** Who asked and for what purpose; a summary of what they saw; and, folded away, each disclosure. */
export function AskingItem({ asking: { first, inBrief, entries }, isYou }: Props) {
  const { t } = useTranslation('seen');
  const { purpose } = useTerms();
  const isThePerson = first.purpose === ownAccess;
  return (
    <li className={styles.asking}>
      <h3>
        {isYou ? t('entry.you') : isThePerson ? t('entry.person') : <bdi>{first.requester}</bdi>}
        {!isYou && !isThePerson && (
          <span className={styles.quiet}>
            <AgencyName of={first.requesterAgency} />
          </span>
        )}
      </h3>
      <p>
        {t('entry.for')} {purpose(first.purpose)}
      </p>
      <ul className={styles.entries}>
        {inBrief.map((entry) => (
          <EntryItem key={entry.key} entry={entry} />
        ))}
      </ul>
      {entries.length > inBrief.length && (
        <Fold title={t('entry.each')} level={4}>
          <ul className={styles.entries}>
            {entries.map((entry) => (
              <EntryItem key={entry.key} entry={entry} />
            ))}
          </ul>
        </Fold>
      )}
    </li>
  );
}
