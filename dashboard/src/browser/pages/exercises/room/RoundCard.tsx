import { useTranslation } from 'react-i18next';
import { Card } from '../../../parts/Card.tsx';
import { Fold } from '../../../parts/Fold.tsx';
import { AgreementText } from './AgreementText.tsx';
import type { ExerciseInRoom } from './Room.tsx';
import styles from './room.module.css';
import { ScenarioShown } from './ScenarioShown.tsx';
import { discussedAt } from './stages.ts';

type Props = Readonly<{ exercise: ExerciseInRoom; round: ExerciseInRoom['rounds'][number] }>;

/** The result of a round: how far people agree, then scenario by scenario; folded away once there is a newer one. */
export function RoundCard({ exercise, round }: Props) {
  const { t } = useTranslation('exercises');
  const isNewest = exercise.rounds.every((one) => one.round <= round.round);
  const stories = (
    <ol className={styles.list}>
      {round.scenarios.map((result, place) => (
        <li key={result.scenario.id}>
          <ScenarioShown
            exercise={exercise}
            result={result}
            heading={t('place.story', { number: place + 1, of: round.scenarios.length })}
            beingDiscussed={discussedAt(exercise.stage) === round.round}
          />
        </li>
      ))}
    </ol>
  );
  return (
    <Card title={t('results.round', { round: round.round })}>
      <p>{t('results.answered', { count: round.answered })}</p>
      <section className={styles.agreement}>
        <h3>{t('agreement.title')}</h3>
        <p className={styles.small}>{t('agreement.scale')}</p>
        <AgreementText on="category" of={round.categoryAgreement} />
        <AgreementText on="certainty" of={round.certaintyAgreement} />
      </section>
      {isNewest ? stories : <Fold title={t('results.stories')}>{stories}</Fold>}
    </Card>
  );
}
