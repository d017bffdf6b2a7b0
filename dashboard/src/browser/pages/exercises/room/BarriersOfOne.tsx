import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../graph/useChange.ts';
import { Button } from '../../../parts/Button.tsx';
import { Checks } from '../../../parts/Checks.tsx';
import { Faulted } from '../../../parts/Faulted.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { type BarrierKind, ExerciseNoteDocument, type ExerciseRoomPartsFragment } from '../generated/exercise.ts';
import type { ExerciseInRoom } from './Room.tsx';
import styles from './room.module.css';

const kinds = [
  'LANGUAGE',
  'CERTAINTY',
  'FEAR_OF_CONSEQUENCES',
  'WORKFLOW',
  'VISIBLE_TO_PERSON_OR_FAMILY',
  'MANDATORY_REPORTING',
  'OTHER',
] as const satisfies readonly BarrierKind[];

type Props = Readonly<{
  exercise: string;
  scenario: ExerciseInRoom['scenarios'][number];
  heading: string;
  own: NonNullable<ExerciseRoomPartsFragment['mine']>['barriers'][number] | undefined;
}>;

/** What makes one scenario hard to name. Saving replaces what the person noted before. */
export function BarriersOfOne({ exercise, scenario, heading, own }: Props) {
  const { t } = useTranslation('exercises');
  const [chosen, setChosen] = useState<readonly BarrierKind[]>(own?.kinds ?? []);
  const [words, setWords] = useState(own?.words ?? '');
  const [kept, setKept] = useState(false);
  const note = useChange(ExerciseNoteDocument);
  const keep = async () => {
    const barriers = { exercise, scenario: scenario.id, kinds: chosen, words: words.trim() || null };
    setKept((await note.ask({ barriers })) !== undefined);
  };
  return (
    <article className={styles.item} aria-label={heading}>
      <h3>{heading}</h3>
      <p className={styles.story}>{scenario.text}</p>
      <Checks
        label={t('barriers.kinds')}
        inColumns
        choices={kinds.map((id) => ({ id, label: t(`barriers.kind.${id}`) }))}
        value={chosen}
        onChange={(now) => {
          setKept(false);
          setChosen(now);
        }}
      />
      <TextField
        label={t('barriers.words')}
        lines={2}
        maxLength={1000}
        value={words}
        onChange={(now) => {
          setKept(false);
          setWords(now);
        }}
      />
      <Faulted of={note.fault} />
      <div className={styles.row}>
        <Button onPress={keep} isDisabled={note.asking}>
          {t('barriers.go')}
        </Button>
        <span role="status">{kept && t('barriers.kept')}</span>
      </div>
    </article>
  );
}
