import { useTranslation } from 'react-i18next';
import { Card } from '../../../parts/Card.tsx';
import { Table } from '../../../parts/Table.tsx';
import type { ExerciseInRoom } from './Room.tsx';
import styles from './room.module.css';
import { usePlaceWord } from './usePlaceWord.ts';

/** How people moved between the rounds, as far as that may be disclosed. */
export function ShiftCard({ exercise }: Readonly<{ exercise: ExerciseInRoom }>) {
  const { t } = useTranslation('exercises');
  const word = usePlaceWord(exercise.offered);
  return (
    <Card title={t('shift.title')}>
      <p className={styles.small}>{t('shift.text')}</p>
      <ol className={styles.list}>
        {exercise.shift.map(({ scenario, moves }, place) => (
          <li key={scenario.id} className={styles.item}>
            <h3>{t('place.story', { number: place + 1, of: exercise.shift.length })}</h3>
            <p className={styles.story}>{scenario.text}</p>
            {moves.length === 0 ? (
              <p>{t('shift.none')}</p>
            ) : (
              <Table
                label={t('shift.title')}
                items={moves.map((move) => ({
                  from: word(move.from, move.fromCategory),
                  to: word(move.to, move.toCategory),
                  count: move.count,
                }))}
                narrow="FOLDS"
                idOf={({ from, to }) => `${from} ${to}`}
                columns={[
                  { id: 'from', title: t('shift.from'), of: ({ from }) => from },
                  {
                    id: 'to',
                    title: t('shift.to'),
                    of: ({ from, to }) => (from === to ? `${to} (${t('shift.stayed')})` : to),
                  },
                  { id: 'count', title: t('shift.people'), isNumber: true, of: ({ count }) => count },
                ]}
              />
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
