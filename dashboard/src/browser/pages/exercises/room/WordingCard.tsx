import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { Button } from '../../../parts/Button.tsx';
import { Card } from '../../../parts/Card.tsx';
import { ProposeLater } from './ProposeLater.tsx';
import type { ExerciseInRoom } from './Room.tsx';
import styles from './room.module.css';

/** Scenarios where the wording was the trouble, the worst first, with the wordings people proposed: each can become a proposal. */
export function WordingCard({ exercise }: Readonly<{ exercise: ExerciseInRoom }>) {
  const { t } = useTranslation('exercises');
  const { mayDo } = useKnown();
  const [proposing, setProposing] = useState<string>();
  const troubles = exercise.wordingTrouble.filter(
    ({ languageNoted, wordings }) => languageNoted > 0 || wordings.length > 0,
  );
  if (troubles.length === 0) return null;
  return (
    <Card title={t('wording.title')}>
      <ol className={styles.list}>
        {troubles.map(({ scenario, languageNoted, alike, wordings }) => (
          <li key={scenario.id} className={styles.item}>
            <p className={styles.story}>{scenario.text}</p>
            <p className={styles.small}>
              {languageNoted > 0 && t('wording.noted', { count: languageNoted })}{' '}
              {alike !== null && t('results.alike', { count: Math.round(alike * 100) })}
            </p>
            {wordings.length === 0 && <p>{t('wording.none')}</p>}
            <ul className={styles.wordings}>
              {[...new Set(wordings)].map((wording) => (
                <li key={wording} className={styles.row}>
                  <q>{wording}</q>
                  {mayDo.includes('proposeFromExercise') && (
                    <Button onPress={() => setProposing(wording)} aria-label={`${t('wording.propose')}: ${wording}`}>
                      {t('wording.propose')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {proposing !== undefined && (
        <ProposeLater exercise={exercise.id} wording={proposing} onClose={() => setProposing(undefined)} />
      )}
    </Card>
  );
}
