import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../parts/Button.tsx';
import { Card } from '../../../parts/Card.tsx';
import { LeadDialog } from './LeadDialog.tsx';
import type { ExerciseInRoom } from './Room.tsx';
import styles from './room.module.css';
import { placedAt } from './stages.ts';

/** What a lead does to an exercise. */
export type Lead = 'reveal' | 'second' | 'close';

/** The lead's controls: what can be done at this stage. Each explains its effect before it acts. */
export function LeadCard({ exercise }: Readonly<{ exercise: ExerciseInRoom }>) {
  const { t } = useTranslation('exercises');
  const [asking, setAsking] = useState<Lead>();
  const { stage } = exercise;
  const next: Lead = placedAt(stage) ? 'reveal' : stage === 'FIRST_DISCUSSION' ? 'second' : 'close';
  return (
    <Card title={t('leading.title')}>
      <p>{t(`leading.${next}.text`)}</p>
      <div className={styles.row}>
        <Button kind="main" onPress={() => setAsking(next)}>
          {t(`leading.${next}.go`)}
        </Button>
        {next !== 'close' && <Button onPress={() => setAsking('close')}>{t('leading.close.go')}</Button>}
      </div>
      {asking && <LeadDialog exercise={exercise} lead={asking} onClose={() => setAsking(undefined)} />}
    </Card>
  );
}
