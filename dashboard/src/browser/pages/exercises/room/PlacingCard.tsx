import { useTranslation } from 'react-i18next';
import { Card } from '../../../parts/Card.tsx';
import { PlaceOne } from './PlaceOne.tsx';
import type { ExerciseInRoom } from './Room.tsx';
import styles from './room.module.css';

type Props = Readonly<{ exercise: ExerciseInRoom; round: 1 | 2 }>;

/** Every scenario to be placed, each with the person's own placing. */
export function PlacingCard({ exercise, round }: Props) {
  const { t } = useTranslation('exercises');
  const { scenarios, mine } = exercise;
  const own = mine?.placings ?? [];
  return (
    <Card title={t(round === 1 ? 'place.title' : 'place.again')}>
      <ol className={styles.list}>
        {scenarios.map((scenario, place) => (
          <li key={scenario.id}>
            <PlaceOne
              exercise={exercise}
              round={round}
              scenario={scenario}
              heading={t('place.story', { number: place + 1, of: scenarios.length })}
              own={own.find((one) => one.scenario === scenario.id && one.round === round)}
              before={own.find((one) => one.scenario === scenario.id && one.round < round)}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
}
