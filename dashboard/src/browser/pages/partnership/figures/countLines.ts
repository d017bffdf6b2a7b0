import type { AgencyCount, CountGroup } from './countGroups.ts';
import type { Told } from './Told.ts';

/** One line of the chart: a kind's heading, or one agency's count of it. */
export type CountLine =
  | Readonly<{ kind: 'heading'; key: string; text: string }>
  | Readonly<{ kind: 'count'; key: string; of: AgencyCount; words: string }>;

/** Puts into words what an agency disclosed; `before`, for the quarter it is compared with. */
export type SayCount = Readonly<{ told: (told: Told) => string; before: (told: Told) => string }>;

/** The chart's lines, top to bottom. */
export const countLines = (groups: readonly CountGroup[], say: SayCount): readonly CountLine[] =>
  groups.flatMap(({ id, title, counts }): readonly CountLine[] => [
    ...(title === null ? [] : [{ kind: 'heading' as const, key: id, text: title }]),
    ...counts.map((of) => ({ kind: 'count' as const, key: `${id} ${of.id}`, of, words: wordsOf(of, say) })),
  ]);

/** The words beside a bar. The quarter before is left out if it would only repeat the same reason. */
export function wordsOf({ now, before }: AgencyCount, say: SayCount): string {
  const isSaidAlready =
    before === null || (before.kind === now.kind && before.kind !== 'count' && before.kind !== 'few');
  return isSaidAlready ? say.told(now) : `${say.told(now)} ${say.before(before)}`;
}

/** The length of a bar: the number, or the most that a suppressed count can be. Null: no bar. */
export const reachOf = (told: Told | null): number | null =>
  told?.kind === 'count' ? told.value : told?.kind === 'few' ? mostOfFew : null;

/** A suppressed count is 1 to 4 (AIHW). */
export const mostOfFew = 4;
