import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../graph/useChange.ts';
import { Badge } from '../../../parts/Badge.tsx';
import { Button } from '../../../parts/Button.tsx';
import { Faulted } from '../../../parts/Faulted.tsx';
import { Faulty } from '../../../parts/Faulty.tsx';
import { ExercisePlaceDocument, type ExerciseRoomPartsFragment } from '../generated/exercise.ts';
import { PlacingFields } from './PlacingFields.tsx';
import { emptyPlacing, inputOf, type PlacingDraft } from './placingDraft.ts';
import type { ExerciseInRoom } from './Room.tsx';
import styles from './room.module.css';
import { usePlaceWord } from './usePlaceWord.ts';

/** The person's own placing of a scenario. */
export type OwnPlacing = NonNullable<ExerciseRoomPartsFragment['mine']>['placings'][number];

type Props = Readonly<{
  exercise: ExerciseInRoom;
  round: 1 | 2;
  scenario: ExerciseInRoom['scenarios'][number];
  heading: string;
  own: OwnPlacing | undefined;
  /** Their placing in the first round, when this is the second. */
  before: OwnPlacing | undefined;
}>;

/** One scenario and the person's placing of it, which can be changed until the round is revealed. */
export function PlaceOne({ exercise, round, scenario, heading, own, before }: Props) {
  const { t } = useTranslation('exercises');
  const [draft, setDraft] = useState<PlacingDraft>(() => own ?? emptyPlacing);
  const [missing, setMissing] = useState(false);
  // A saved placing is folded away until the person wants to change it.
  const [open, setOpen] = useState(!own);
  const word = usePlaceWord(exercise.offered);
  const place = useChange(ExercisePlaceDocument);
  const keep = async () => {
    const input = inputOf(draft);
    setMissing(!input);
    if (!input) return;
    const kept = await place.ask({ placing: { ...input, exercise: exercise.id, scenario: scenario.id, round } });
    if (kept) setOpen(false);
  };
  return (
    <article className={styles.item} aria-label={heading}>
      <h3>{heading}</h3>
      <p className={styles.story}>{scenario.text}</p>
      {before && (
        <p className={styles.small}>
          {t('place.before')}: {word(before.answer, before.category)}
        </p>
      )}
      {!open && own ? (
        <div className={styles.row}>
          <span role="status">
            {t('place.mine')}: <strong>{word(own.answer, own.category)}</strong>
            {own.certainty && ` (${t(`place.certainties.${own.certainty}`)})`}. {t('place.kept')}
          </span>
          <Button onPress={() => setOpen(true)}>{t('place.change')}</Button>
        </div>
      ) : (
        <>
          {!own && (
            <div>
              <Badge tone="care">{t('place.open')}</Badge>
            </div>
          )}
          <PlacingFields offered={exercise.offered} draft={draft} onChange={setDraft} />
          {missing && <Faulty sentence={t('place.missing')} />}
          <Faulted of={place.fault} />
          <div>
            <Button kind="main" onPress={keep} isDisabled={place.asking}>
              {t('place.go')}
            </Button>
          </div>
        </>
      )}
    </article>
  );
}
