/** What an agency told of one count. INVARIANT: only `count` has a number; nothing else is ever drawn or written as one. */
export type Told =
  | Readonly<{ kind: 'count'; value: number }>
  /** 1 to 4: too small to tell. */
  | Readonly<{ kind: 'few' }>
  /** Not among the kinds it listed: none, or not counted there. */
  | Readonly<{ kind: 'unlisted' }>
  /** It keeps its clients out by its own decision. */
  | Readonly<{ kind: 'vetoed' }>
  | Readonly<{ kind: 'unanswered' }>
  /** It answered, and gives no counts. */
  | Readonly<{ kind: 'untold' }>;

type Count = Readonly<{ value: number | null; suppressed: boolean }>;

/** Reads a count of the graph. */
export function toldOf(count: Count | null | undefined): Told {
  if (!count) return { kind: 'untold' };
  if (count.suppressed) return { kind: 'few' };
  return count.value === null ? { kind: 'untold' } : { kind: 'count', value: count.value };
}

/** Most told first, for ordering: a suppressed count weighs little, what is missing nothing. */
export const weightOf = (told: Told): number => (told.kind === 'count' ? told.value : told.kind === 'few' ? 1 : 0);

/** True where the agency told something, be it that there are few. */
export const isTold = ({ kind }: Told): boolean => kind === 'count' || kind === 'few' || kind === 'unlisted';
