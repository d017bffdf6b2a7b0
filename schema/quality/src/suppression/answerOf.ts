import type { Share } from '../Share.ts';
import { valuesOf } from './Dimension.ts';
import { type Group, leastPublished, type PublishedTable } from './PublishedTable.ts';

/** Values asked for, by dimension; all of a dimension if it is not named. */
export type Question = Readonly<Record<string, readonly string[]>>;

/** Withheld: part of the answer is counted together with what was not asked for. `atMost` may be far above the true count. */
export type Answer =
  | Readonly<{ kind: 'counted'; count: number }>
  | Readonly<{ kind: 'withheld'; atLeast: number; atMost: number }>;

/**
 * Returns how many there are, as far as the published groups say: a sum of whole groups, or withheld.
 *
 * Every answer comes from the groups alone, so the difference between two questions, whatever their filters, reveals no more
 * than the groups do. Throws RangeError for a dimension or value the table does not have. Cost: O(groups).
 */
export function answerOf({ dimensions, groups }: PublishedTable, question: Question): Answer {
  const asked = askedOf({ dimensions, groups }, question);
  let [inside, beside, cut] = [0, 0, false];
  for (const group of groups) {
    const overlap = overlapOf(group, asked);
    if (overlap === 'none' || group.count === 0) continue;
    if (overlap === 'whole' && group.count !== null) inside += group.count;
    else [beside, cut] = [beside + (group.count ?? leastPublished - 1), true];
  }
  if (cut) return { kind: 'withheld', atLeast: inside, atMost: inside + beside };
  return { kind: 'counted', count: inside };
}

/** Returns the share of those `within` a question that are also `of` another; null if either count is withheld. */
export function shareOf(table: PublishedTable, ask: Readonly<{ of: Question; within: Question }>): Share | null {
  for (const name of Object.keys(ask.of)) {
    if (name in ask.within) throw new RangeError(`"${name}" was asked for in both the part and the whole.`);
  }
  const part = answerOf(table, { ...ask.within, ...ask.of });
  const whole = answerOf(table, ask.within);
  return part.kind === 'counted' && whole.kind === 'counted' ? { part: part.count, whole: whole.count } : null;
}

/** True if the table has every dimension and value that is asked for. */
export function canAsk({ dimensions }: PublishedTable, question: Question): boolean {
  const values = new Map(dimensions.map(({ name, branches }) => [name, new Set(valuesOf(branches))]));
  return Object.entries(question).every(([name, asked]) => asked.every((value) => values.get(name)?.has(value)));
}

function askedOf(table: PublishedTable, question: Question): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Set(table.dimensions.map(({ name }) => name));
  for (const [name, asked] of Object.entries(question)) {
    if (!names.has(name)) throw new RangeError(`"${name}" was asked for, but the table has ${[...names].join(', ')}.`);
    const unknown = asked.find((value) => !canAsk(table, { [name]: [value] }));
    if (unknown !== undefined)
      throw new RangeError(`"${unknown}" was asked for, but the table's "${name}" does not have it.`);
  }
  return new Map(Object.entries(question).map(([name, asked]) => [name, new Set(asked)]));
}

function overlapOf(group: Group, asked: ReadonlyMap<string, ReadonlySet<string>>): 'none' | 'part' | 'whole' {
  let overlap: 'part' | 'whole' = 'whole';
  for (const [name, values] of asked) {
    const own = group.at[name] ?? [];
    const within = own.filter((value) => values.has(value)).length;
    if (within === 0) return 'none';
    if (within < own.length) overlap = 'part';
  }
  return overlap;
}
