import { useTranslation } from 'react-i18next';
import { AgencyName } from '../../../parts/AgencyName.tsx';
import { Day } from '../../../parts/Day.tsx';
import { Fold } from '../../../parts/Fold.tsx';
import type { ExerciseInRoom } from './Room.tsx';

/** What the lead did, and when. Taking part leaves no trace here. */
export function HistoryFold({ exercise: { history } }: Readonly<{ exercise: ExerciseInRoom }>) {
  const { t } = useTranslation('exercises');
  return (
    <Fold level={2} title={t('history.title')}>
      <ul>
        {history.map(({ act, at, by, agency }) => (
          <li key={`${act} ${at}`}>
            {t(`history.act.${act}`)}, <Day of={at} withTime /> ({by}, <AgencyName of={agency} />)
          </li>
        ))}
      </ul>
    </Fold>
  );
}
