import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { useChange } from '../../../graph/useChange.ts';
import { Button } from '../../../parts/Button.tsx';
import { Card } from '../../../parts/Card.tsx';
import { Faulted } from '../../../parts/Faulted.tsx';
import { ExerciseJoinDocument } from '../generated/exercise.ts';
import type { ExerciseInRoom } from './Room.tsx';

/** For people who do not take part: lets them join while they can, or says that it is too late. */
export function JoinCard({ exercise: { id, stage } }: Readonly<{ exercise: ExerciseInRoom }>) {
  const { t } = useTranslation('exercises');
  const { mayDo } = useKnown();
  const join = useChange(ExerciseJoinDocument);
  if (stage !== 'FIRST_PLACING') return <p>{t('join.late')}</p>;
  if (!mayDo.includes('joinExercise')) return null;
  return (
    <Card title={t('join.title')}>
      <p>{t('join.text')}</p>
      <Faulted of={join.fault} />
      <div>
        <Button kind="main" isDisabled={join.asking} onPress={() => join.ask({ exercise: id })}>
          {t('join.go')}
        </Button>
      </div>
    </Card>
  );
}
