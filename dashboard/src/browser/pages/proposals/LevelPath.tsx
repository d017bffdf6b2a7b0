import { useTranslation } from 'react-i18next';
import { levels } from './codes.ts';
import type { DecisionLevel, Position, ProposalStatus } from './generated/proposals.ts';
import styles from './proposals.module.css';

type Heard = Readonly<{ position: Position; answer: string | null }>;
type Proposal = Readonly<{
  status: ProposalStatus;
  level: DecisionLevel | null;
  daysLeft: number | null;
  agencies: readonly unknown[];
  levels: readonly Readonly<{ level: DecisionLevel; quorum: number; heard: readonly Heard[] }>[];
}>;

/** A proposal's path through the levels: where it has been, where it is and for how long, what is to come. */
export function LevelPath({ proposal }: Readonly<{ proposal: Proposal }>) {
  const { t } = useTranslation('proposals');
  const { status, level: here, daysLeft, agencies, levels: reached } = proposal;
  return (
    <ol className={styles.path} aria-label={t('path.label')}>
      {levels.map((level) => {
        const at = reached.find((one) => one.level === level);
        const isHere = level === here;
        const open = isHere ? (at?.heard ?? []).filter(isWaiting).length : 0;
        const state = isHere ? 'here' : at ? 'done' : status === 'OPEN' ? 'next' : 'never';
        return (
          <li
            key={level}
            className={styles.step}
            data-state={state}
            {...(isHere && { 'aria-current': 'step' as const })}
          >
            <strong>{t(`level.${level}`)}</strong>
            <span>{t(`path.${state}`)}</span>
            {at && <span>{t('path.heard', { heard: at.heard.length, of: agencies.length })}</span>}
            {isHere && at && <span>{t('path.needed', { count: at.quorum })}</span>}
            {isHere && daysLeft !== null && <span>{t('path.left', { count: daysLeft })}</span>}
            {open > 0 && <span>{t('path.waiting', { count: open })}</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** True if this is an objection that has not been answered. */
export const isWaiting = ({ position, answer }: Heard): boolean => position === 'OBJECT' && answer === null;
