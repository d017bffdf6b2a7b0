import { useTranslation } from 'react-i18next';
import { Badge } from '../../../parts/Badge.tsx';
import { toneOf } from '../codes.ts';
import { isWaiting } from '../LevelPath.tsx';
import styles from '../proposals.module.css';
import type { ProposalShown } from './ProposalShown.ts';

/** What an agency said at a level. */
export type Voice = ProposalShown['levels'][number]['heard'][number];

/** What an agency says: its position, why, and what was answered to it. Who spoke is told to their own agency only. */
export function VoiceSaid({ voice, isHere }: Readonly<{ voice: Voice; isHere: boolean }>) {
  const { t } = useTranslation('proposals');
  const { position, reason, answer, spokenBy } = voice;
  return (
    <div className={styles.voice}>
      <span>
        <Badge tone={toneOf[position]}>{t(`position.${position}`)}</Badge>
      </span>
      {reason ? <span>{reason}</span> : position !== 'SUPPORT' && <span>{t('voices.reason')}</span>}
      {answer && (
        <span>
          {t('voices.answer')}: {answer}
        </span>
      )}
      {isHere && isWaiting(voice) && <em>{t('voices.waits')}</em>}
      {spokenBy && (
        <small>
          {t('voices.by')} {spokenBy}
        </small>
      )}
    </div>
  );
}
