import { useTranslation } from 'react-i18next';
import type { ExerciseStage } from '../generated/exercise.ts';
import styles from './room.module.css';
import { stagesInOrder } from './stages.ts';

/** The stages of an exercise, with the current one marked. */
export function Stages({ stage }: Readonly<{ stage: ExerciseStage }>) {
  const { t } = useTranslation('exercises');
  const at = stagesInOrder.indexOf(stage);
  return (
    <ol className={styles.stages} aria-label={t('stages')}>
      {stagesInOrder.map((one, place) => (
        <li key={one} {...(place === at && { 'aria-current': 'step' as const })} className={styles.stage}>
          {t(`stage.${one}`)}
          {place <= at && <small>{t(place === at ? 'now' : 'done')}</small>}
        </li>
      ))}
    </ol>
  );
}
