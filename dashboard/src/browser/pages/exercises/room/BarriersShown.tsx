import { useTranslation } from 'react-i18next';
import type { ExerciseScenarioResultFragment } from '../generated/exercise.ts';
import { CountTable } from './CountTable.tsx';
import styles from './room.module.css';
import { WordList } from './WordList.tsx';

type Props = Readonly<{
  barriers: ExerciseScenarioResultFragment['barriers'];
  words: readonly string[];
  beingDiscussed: boolean;
}>;

/** What makes a scenario hard to name, as far as it is shown: after the discussion, and if enough people noted something. */
export function BarriersShown({ barriers, words, beingDiscussed }: Props) {
  const { t } = useTranslation('exercises');
  if (!barriers) return <p className={styles.small}>{t(beingDiscussed ? 'barriers.later' : 'barriers.few')}</p>;
  if (barriers.length + words.length === 0) return <p className={styles.small}>{t('barriers.nothing')}</p>;
  return (
    <>
      <CountTable
        label={t('barriers.title')}
        of={t('barriers.column')}
        counts={barriers.map(({ kind, count }) => ({ what: t(`barriers.kind.${kind}`), count }))}
      />
      <WordList title={t('barriers.said')} words={words} />
    </>
  );
}
