import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AgencyName } from '../../parts/AgencyName.tsx';
import { Badge } from '../../parts/Badge.tsx';
import styles from './exercises.module.css';
import type { ExerciseInListFragment } from './generated/exercises.ts';

/** Exercises, each with its stage and the number of people taking part. */
export function ExerciseCards({ exercises }: Readonly<{ exercises: readonly ExerciseInListFragment[] }>) {
  const { t } = useTranslation('exercises');
  return (
    <ul className={styles.cards}>
      {exercises.map(({ id, title, stage, ledBy, joined, scenarios, mine }) => (
        <li key={id}>
          <Link to={`/exercises/${id}`} className={styles.link}>
            <strong>{title}</strong>
            <span className={styles.row}>
              <Badge tone={stage === 'CLOSED' ? 'plain' : 'note'}>{t(`stage.${stage}`)}</Badge>
              {mine && <Badge tone="good">{t('list.mine')}</Badge>}
            </span>
            <small>
              {t('list.ledBy')} <AgencyName of={ledBy} /> · {t('list.scenarios', { count: scenarios.length })} ·{' '}
              {t('list.joined', { count: joined })}
            </small>
          </Link>
        </li>
      ))}
    </ul>
  );
}
