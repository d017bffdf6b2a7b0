import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useKnown } from '../../../frame/Known.tsx';
import { Badge } from '../../../parts/Badge.tsx';
import { Button } from '../../../parts/Button.tsx';
import { Card } from '../../../parts/Card.tsx';
import { ProposeLater } from './ProposeLater.tsx';
import type { ExerciseInRoom } from './Room.tsx';
import styles from './room.module.css';

/** The proposals that came out of an exercise, and a way to make more. */
export function CameOutCard({ exercise: { id, proposals } }: Readonly<{ exercise: ExerciseInRoom }>) {
  const { t } = useTranslation(['exercises', 'proposals']);
  const { mayDo } = useKnown();
  const [proposing, setProposing] = useState(false);
  return (
    <Card title={t('came.title')}>
      <p>{t('came.text')}</p>
      {proposals.length === 0 && <p className={styles.small}>{t('came.none')}</p>}
      <ul className={styles.wordings}>
        {proposals.map((proposal) => (
          <li key={proposal.id} className={styles.row}>
            <Link to={`/proposals/${proposal.id}`}>{proposal.title}</Link>
            <Badge>{t(`proposals:status.${proposal.status}`)}</Badge>
          </li>
        ))}
      </ul>
      {mayDo.includes('proposeFromExercise') && (
        <div>
          <Button onPress={() => setProposing(true)}>{t('came.go')}</Button>
        </div>
      )}
      {proposing && <ProposeLater exercise={id} onClose={() => setProposing(false)} />}
    </Card>
  );
}
