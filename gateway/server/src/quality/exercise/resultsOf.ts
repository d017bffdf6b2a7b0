import { type ExerciseResults, exerciseResults } from '@accord/quality/exercise/exerciseResults';
import type { Said } from '@accord/quality/exercise/Placing';
import { type Shown, shownAt } from '@accord/quality/exercise/stages';
import type { ExerciseRow, OpenedExercise } from '../../store/exercises.ts';
import type { JsonObject } from '../../store/JsonObject.ts';
import type { ExerciseSeals, SealsOf } from './exerciseSeals.ts';
import { openSaid } from './openSaid.ts';

/** An exercise with what everybody may see of it, and what is needed to show one person their own answers. */
export type ReadExercise = Readonly<{
  row: ExerciseRow;
  joined: number;
  /** Computed only when asked for: the intervals take some time. */
  results: () => ExerciseResults;
  /** Null once it is closed: what each person said no longer exists. */
  going: Readonly<{ seals: ExerciseSeals; said: ReadonlyMap<string, Said> }> | null;
}>;

/** Reads what is on file of an exercise. `show`, if given, overrides what its stage shows. */
export function resultsOf({ row, said }: OpenedExercise, sealsOf: SealsOf, show?: Shown): ReadExercise {
  if (said.kind === 'KEPT') {
    const kept = parseResults(said.results);
    return { row, joined: kept.joined, results: () => kept, going: null };
  }
  const { stage } = row;
  if (stage === 'CLOSED') throw new Error('An exercise in the database is closed but still has a secret.');
  const seals = sealsOf({ id: row.id, secret: said.secret });
  const all = openSaid(row.id, said, seals);
  const results = (): ExerciseResults =>
    exerciseResults({
      ...{ said: [...all.values()], scenarios: row.scenarios.map(({ id }) => id), offered: row.offered },
      ...{ show: show ?? shownAt(stage), seed: seedOf(row.id), orderKey: seals.orderKey },
    });
  return { row, joined: all.size, results, going: { seals, said: all } };
}

/** FNV-1a: any number will do, so long as it is always the same for an exercise. */
function seedOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

/** What `exerciseResults` made, read back from the database, where nothing else writes it. */
function parseResults(value: JsonObject): ExerciseResults {
  if (!Array.isArray(value.rounds) || !Array.isArray(value.shift) || typeof value.joined !== 'number')
    throw new Error(
      'The results of an exercise in the database are not results. Something other than the hub changed them.',
    );
  return value as ExerciseResults;
}
