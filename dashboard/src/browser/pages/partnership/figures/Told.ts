/** What an agency disclosed about one count. INVARIANT: only `count` has a number; nothing else is ever drawn or written as one. */
export type Told =
  | Readonly<{ kind: 'count'; value: number }>
  /** 1 to 4: too small to disclose. */
  | Readonly<{ kind: 'few' }>
  /** Not among the kinds the agency listed: none, or not counted there. */
  | Readonly<{ kind: 'unlisted' }>
  /** The agency keeps its clients out by its own decision. */
  | Readonly<{ kind: 'vetoed' }>
  | Readonly<{ kind: 'unanswered' }>
  /** The agency answered, but discloses no counts. */
  | Readonly<{ kind: 'untold' }>;

type Count = Readonly<{ value: number | null; suppressed: boolean }>;

/** Converts a count from the graph. */
export function toldOf(count: Count | null | undefined): Told {
  if (!count) return { kind: 'untold' };
  if (count.suppressed) return { kind: 'few' };
  return count.value === null ? { kind: 'untold' } : { kind: 'count', value: count.value };
}

/** A weight for ordering, the highest counts first: a suppressed count weighs little, a missing one nothing. */
export const weightOf = (told: Told): number => (told.kind === 'count' ? told.value : told.kind === 'few' ? 1 : 0);

/** True if the agency disclosed something, even if only that there are few. */
export const isTold = ({ kind }: Told): boolean => kind === 'count' || kind === 'few' || kind === 'unlisted';
