import { useTranslation } from 'react-i18next';
import { Fold } from '../../../parts/Fold.tsx';
import type { ExerciseScenarioResultFragment } from '../generated/exercise.ts';
import { BarriersShown } from './BarriersShown.tsx';
import { CountTable } from './CountTable.tsx';
import { GroupsShown } from './GroupsShown.tsx';
import type { ExerciseInRoom } from './Room.tsx';
import styles from './room.module.css';
import { usePlaceWord } from './usePlaceWord.ts';
import { WordList } from './WordList.tsx';

type Props = Readonly<{
  exercise: ExerciseInRoom;
  result: ExerciseScenarioResultFragment;
  heading: string;
  beingDiscussed: boolean;
}>;

/** Where people placed a scenario, what they wrote, and what makes it hard: counts and words, never whose. */
export function ScenarioShown({ exercise, result, heading, beingDiscussed }: Props) {
  const { t } = useTranslation('exercises');
  const word = usePlaceWord(exercise.offered);
  const { scenario, answers, placings, certainties, alike, why, wouldNeed, wordings, barriers, barrierWords } = result;
  return (
    <article className={styles.item} aria-label={heading}>
      <h3>{heading}</h3>
      <p className={styles.story}>{scenario.text}</p>
      {answers === null ? (
        <p>{t('results.few')}</p>
      ) : (
        <>
          <p className={styles.small}>
            {t('results.answers', { count: answers })}.{' '}
            {alike !== null && t('results.alike', { count: Math.round(alike * 100) })}
          </p>
          <div className={styles.tables}>
            <CountTable
              label={t('results.where')}
              of={t('results.place')}
              counts={placings.map(({ answer, category, count }) => ({ what: word(answer, category), count }))}
            />
            {certainties.length > 0 && (
              <CountTable
                label={t('results.certainties')}
                of={t('results.certainty')}
                counts={certainties.map(({ certainty, count }) => ({
                  what: t(`place.certainties.${certainty}`),
                  count,
                }))}
              />
            )}
          </div>
          {exercise.brokenDownBy !== 'NOTHING' && <GroupsShown exercise={exercise} groups={result.groups} />}
          {why.length + wouldNeed.length + wordings.length > 0 && (
            <Fold title={t('results.words')}>
              <p className={styles.small}>{t('results.wordsNote')}</p>
              <WordList title={t('results.why')} words={why} />
              <WordList title={t('results.wouldNeed')} words={wouldNeed} />
              <WordList title={t('results.wordings')} words={wordings} />
            </Fold>
          )}
        </>
      )}
      <BarriersShown barriers={barriers} words={barrierWords} beingDiscussed={beingDiscussed} />
    </article>
  );
}
