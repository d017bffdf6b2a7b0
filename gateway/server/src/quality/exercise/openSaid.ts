import {
  type BarrierKind,
  type Barriers,
  barrierKinds,
  type Placing,
  placingCertainties,
  type Said,
} from '@accord/quality/exercise/Placing';
import type { Round } from '@accord/quality/exercise/stages';
import { partOf } from '../../partOf.ts';
import type { OpenedExercise, SealedAnswer } from '../../store/exercises.ts';
import type { ExerciseSeals } from './exerciseSeals.ts';

type Sealed = Extract<OpenedExercise['said'], { kind: 'SEALED' }>;

/** Returns what everybody said, by their alias in this exercise. Throws if the database was changed from outside. */
export function openSaid(
  exerciseId: string,
  { participants, answers }: Sealed,
  seals: ExerciseSeals,
): ReadonlyMap<string, Said> {
  const byAlias = new Map<string, SealedAnswer[]>();
  for (const answer of answers) byAlias.set(answer.alias, [...(byAlias.get(answer.alias) ?? []), answer]);
  return new Map(
    participants.map(({ alias, sealed }) => {
      const own = byAlias.get(alias) ?? [];
      const group = parseGroup(seals.open(sealed, { exerciseId, alias }));
      return [
        alias,
        {
          group,
          placings: byRound(own, 'PLACING', (answer) => parsePlacing(seals.open(answer.sealed, answer))),
          barriers: byRound(own, 'BARRIERS', (answer) => parseBarriers(seals.open(answer.sealed, answer))),
        },
      ] as const;
    }),
  );
}

function byRound<Opened>(
  answers: readonly SealedAnswer[],
  kind: SealedAnswer['kind'],
  open: (answer: SealedAnswer) => Opened,
): ReadonlyMap<Round, ReadonlyMap<string, Opened>> {
  const rounds = new Map<Round, Map<string, Opened>>([
    [1, new Map()],
    [2, new Map()],
  ]);
  for (const answer of answers)
    if (answer.kind === kind) rounds.get(answer.round === 1 ? 1 : 2)?.set(answer.scenarioId, open(answer));
  return rounds;
}

const textOf = (value: unknown, name: string): string | null => {
  const text = partOf(value, name);
  return typeof text === 'string' ? text : null;
};

const parseGroup = (value: unknown): string | null => textOf(value, 'group');

function parsePlacing(value: unknown): Placing {
  const category = textOf(value, 'category');
  if (category === null)
    throw new Error('A placing in the database has no category. Something other than the hub changed it.');
  const certainty = textOf(value, 'certainty');
  return {
    category,
    certainty: placingCertainties.find((code) => code === certainty) ?? null,
    ...{ wouldNeed: textOf(value, 'wouldNeed'), why: textOf(value, 'why'), wording: textOf(value, 'wording') },
  };
}

function parseBarriers(value: unknown): Barriers {
  const kinds = partOf(value, 'kinds');
  const isKind = (kind: unknown): kind is BarrierKind => barrierKinds.some((known) => known === kind);
  return { kinds: Array.isArray(kinds) ? kinds.filter(isKind) : [], words: textOf(value, 'words') };
}
