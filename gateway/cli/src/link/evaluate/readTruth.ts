import { InputFault } from '../../InputFault.ts';
import type { Extract } from './readExtract.ts';
import { readTable } from './readTable.ts';

/**
 * The pairs of records that are one person, as positions in the two extracts, including those that follow: if a record is one
 * person with two others, they are one person too. Within one extract each pair occurs once, the lower position first.
 *
 * Throws an `InputFault` if an id is in no extract, or a record is paired with itself.
 */
export function readTruth(file: string, a: Extract, b: Extract): readonly (readonly [number, number])[] {
  const within = a === b;
  // Both extracts share one sequence of numbers: those of b come after those of a.
  const after = within ? 0 : a.people.length;
  const groups = new Groups();
  for (const { line, values } of readTable(file, ['a', 'b'])) {
    const place = (column: 'a' | 'b', extract: Extract): number => {
      const found = extract.placeOf.get(values[column]);
      if (found !== undefined) return found;
      throw new InputFault(`${file}: line ${line}, column ${column}: expected the id of a record of ${extract.file}.`);
    };
    const one = place('a', a);
    const other = place('b', b) + after;
    if (one === other) throw new InputFault(`${file}: line ${line}: expected two records; they are the same one.`);
    groups.join(one, other);
  }
  return groups.all().flatMap((members) => pairsOf(members, within, after));
}

function pairsOf(members: readonly number[], within: boolean, after: number): readonly (readonly [number, number])[] {
  const ordered = [...members].sort((x, y) => x - y);
  if (within) return ordered.flatMap((one, at) => ordered.slice(at + 1).map((other) => [one, other] as const));
  const ofB = ordered.filter((member) => member >= after);
  return ordered.filter((member) => member < after).flatMap((one) => ofB.map((other) => [one, other - after] as const));
}

/** Numbers that belong together. */
class Groups {
  readonly #of = new Map<number, number[]>();

  join(one: number, other: number): void {
    const mine = this.#of.get(one) ?? [one];
    const theirs = this.#of.get(other) ?? [other];
    const [large, small] = mine.length >= theirs.length ? [mine, theirs] : [theirs, mine];
    if (large !== small) large.push(...small);
    for (const member of [one, other, ...small]) this.#of.set(member, large);
  }

  all(): readonly (readonly number[])[] {
    return [...new Set(this.#of.values())];
  }
}
