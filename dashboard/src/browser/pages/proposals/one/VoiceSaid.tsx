import { useTranslation } from 'react-i18next';
import { Badge } from '../../../parts/Badge.tsx';
import { toneOf } from '../codes.ts';
import { isWaiting } from '../LevelPath.tsx';
import styles from '../proposals.module.css';
import type { ProposalShown } from './ProposalShown.ts';

/** An agency's voice at a level. */
export type Voice = ProposalShown['levels'][number]['heard'][number];

/** An agency's voice: its position, the reason, and the answer it got. Who spoke is disclosed to their own agency only. */
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
