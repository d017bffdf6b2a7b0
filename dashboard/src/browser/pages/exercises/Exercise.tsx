import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../frame/Page.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { CopyQuery } from '../../parts/CopyQuery.tsx';
import { Faulted } from '../../parts/Faulted.tsx';
import { ExercisePulseDocument, ExerciseRoomDocument } from './generated/exercise.ts';
import { Room } from './room/Room.tsx';

/** How often to check whether the exercise has moved on, in milliseconds. */
const pulseMs = 3_000;

/**
 * One exercise, as everybody in it sees it. What changes is polled while the page is visible; everything is queried again when the
 * stage changes.
 */
export default function Exercise() {
  const { t } = useTranslation('exercises');
  const { exercise = '' } = useParams();
  const variables = { exercise };
  const asked = useAsk(ExerciseRoomDocument, { variables });
  const room = asked.data?.exercise;
  const going = room !== undefined && room !== null && room.stage !== 'CLOSED';
  const pulse = useAsk(ExercisePulseDocument, { variables, everyMs: pulseMs, skip: !going });
  const stage = room?.stage;
  const before = useRef(stage);
  const { again } = asked;
  useEffect(() => {
    if (before.current !== undefined && stage !== before.current) void again();
    before.current = stage;
  }, [stage, again]);
  return (
    <Page title={room?.title ?? t('one')}>
      {!asked.fault && <Faulted of={pulse.fault} />}
      <Answer of={asked}>
        {({ exercise: found }) =>
          found ? (
            <>
              <Room exercise={found} />
              <div>
                <CopyQuery document={ExerciseRoomDocument} variables={variables} />
              </div>
            </>
          ) : (
            <p>{t('unknown')}</p>
          )
        }
      </Answer>
    </Page>
  );
}
