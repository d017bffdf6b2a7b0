import { bitsApart, diceOf } from './diceOf.ts';
import { type Encoding, hasAll, hasAny, NAMES } from './Encoding.ts';

/** How two encoded records compare: everything that can be known about their likeness, and nothing about what they say. */
export type Score = Readonly<{
  /** Dice similarity of the two filters, as the names are written. */
  dice: number;
  /** The best similarity with another name of either record in place; null if neither has one. */
  aliasDice: number | null;
  /** In how many bits the two nearest filters differ, including those of other names. */
  bitsApart: number;
  slk: 'EQUAL' | 'DIFFERENT' | 'ABSENT';
  sex: 'SAME' | 'DIFFERENT' | 'NOT_STATED';
  /** Whether either date of birth is marked as an estimate, at least in part. */
  estimated: boolean;
  /** Which parts both filters have, and which only one of them has (`partBits`). */
  inBoth: number;
  inOne: number;
  /** Whether both have a name. A single name sets the same bits whether it is on file as given or as family name. */
  named: boolean;
}>;

/** Compares two encoded records; the result is the same in either direction. */
export function scoreOf(one: Encoding, other: Encoding): Score {
  return {
    dice: diceOf(one.clk, other.clk),
    aliasDice: aliasDiceOf(one, other),
    bitsApart: Math.min(...filtersOf(one).flatMap((mine) => filtersOf(other).map((theirs) => bitsApart(mine, theirs)))),
    slk: slkOf(one, other),
    sex: sexOf(one.sexCode, other.sexCode),
    estimated: [one, other].some(({ dobAccuracy }) => dobAccuracy?.includes('E') === true),
    inBoth: one.parts & other.parts,
    inOne: one.parts ^ other.parts,
    named: hasAny(one.parts, NAMES) && hasAny(other.parts, NAMES),
  };
}

const filtersOf = ({ clk, aliases }: Encoding): readonly Uint8Array[] => [clk, ...aliases];

function aliasDiceOf(one: Encoding, other: Encoding): number | null {
  const pairs = [
    ...one.aliases.flatMap((mine) => [other.clk, ...other.aliases].map((theirs) => diceOf(mine, theirs))),
    ...other.aliases.map((theirs) => diceOf(one.clk, theirs)),
  ];
  return pairs.length === 0 ? null : Math.max(...pairs);
}

/** If a name is missing, the key has figures in its place, and missing data must never look like agreement. */
function slkOf(one: Encoding, other: Encoding): Score['slk'] {
  if (one.slk === null || other.slk === null || !hasAll(one.parts & other.parts, NAMES)) return 'ABSENT';
  return one.slk === other.slk ? 'EQUAL' : 'DIFFERENT';
}

/** Only male and female contradict each other: a person may give another term to one agency and not to another. */
function sexOf(one: string | null, other: string | null): Score['sex'] {
  const stated = (code: string | null): boolean => code === '1' || code === '2' || code === '3';
  if (!stated(one) || !stated(other)) return 'NOT_STATED';
  if (one === other) return 'SAME';
  return one === '3' || other === '3' ? 'NOT_STATED' : 'DIFFERENT';
}
