import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { Banner } from '../../../parts/Banner.tsx';
import type { ExerciseRoomQuery } from '../generated/exercise.ts';
import { BarriersCard } from './BarriersCard.tsx';
import { CameOutCard } from './CameOutCard.tsx';
import { HistoryFold } from './HistoryFold.tsx';
import { JoinCard } from './JoinCard.tsx';
import { LeadCard } from './LeadCard.tsx';
import { PlacingCard } from './PlacingCard.tsx';
import { RoundCard } from './RoundCard.tsx';
import styles from './room.module.css';
import { ShiftCard } from './ShiftCard.tsx';
import { Stages } from './Stages.tsx';
import { discussedAt, placedAt } from './stages.ts';
import { WordingCard } from './WordingCard.tsx';

/** An exercise the person is invited to. */
export type ExerciseInRoom = NonNullable<ExerciseRoomQuery['exercise']>;

/** The whole exercise: its stage, what there is to do now, and the results so far, the newest first. */
export function Room({ exercise }: Readonly<{ exercise: ExerciseInRoom }>) {
  const { t } = useTranslation('exercises');
  const { me, mayDo } = useKnown();
  const { stage, mine, rounds, ledBy, joined, answered } = exercise;
  const leads = mayDo.includes('revealRound') && ledBy?.id === me?.agency.id;
  const placing = placedAt(stage);
  const discussed = discussedAt(stage);
  return (
    <div className={styles.room}>
      <Stages stage={stage} />
      <Banner>
        <p>{t(`said.${stage}`)}</p>
        {placing && (
          <p>
            {t('counts.joined', { count: joined })} {answered !== null && t('counts.answered', { count: answered })}{' '}
            {t('counts.hidden')}
          </p>
        )}
      </Banner>
      {leads && stage !== 'CLOSED' && <LeadCard exercise={exercise} />}
      {!mine && stage !== 'CLOSED' && <JoinCard exercise={exercise} />}
      {mine && placing && <PlacingCard key={placing} exercise={exercise} round={placing} />}
      {[...rounds]
        .sort((a, b) => b.round - a.round)
        .map((round) => (
          <RoundCard key={round.round} round={round} exercise={exercise} />
        ))}
      {mine && discussed && <BarriersCard key={discussed} exercise={exercise} round={discussed} />}
      {rounds.length > 1 && exercise.brokenDownBy === 'NOTHING' && <ShiftCard exercise={exercise} />}
      {rounds.length > 0 && <WordingCard exercise={exercise} />}
      {stage !== 'FIRST_PLACING' && <CameOutCard exercise={exercise} />}
      <HistoryFold exercise={exercise} />
    </div>
  );
}
