import { useTranslation } from 'react-i18next';
import { Card } from '../../../parts/Card.tsx';
import { BarriersOfOne } from './BarriersOfOne.tsx';
import type { ExerciseInRoom } from './Room.tsx';
import styles from './room.module.css';

type Props = Readonly<{ exercise: ExerciseInRoom; round: 1 | 2 }>;

/** Asks, while the round is discussed, what makes each scenario hard to name. */
export function BarriersCard({ exercise, round }: Props) {
  const { t } = useTranslation('exercises');
  const { id, scenarios, mine } = exercise;
  return (
    <Card title={t('barriers.title')}>
      <p>{t('barriers.text')}</p>
      <ol className={styles.list}>
        {scenarios.map((scenario, place) => (
          <li key={scenario.id}>
            <BarriersOfOne
              exercise={id}
              scenario={scenario}
              heading={t('place.story', { number: place + 1, of: scenarios.length })}
              own={mine?.barriers.find((one) => one.scenario === scenario.id && one.round === round)}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
}
