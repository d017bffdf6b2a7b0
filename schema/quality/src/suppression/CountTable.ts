import { type Dimension, valuesOf } from './Dimension.ts';

/** One value of every dimension, by the dimension's name. */
export type Place = Readonly<Record<string, string>>;

/** How many people have these values. */
export type Cell = Readonly<{ at: Place; count: number }>;

/**
 * An agency's own counts, which never leave it. If counts are few, the first dimension is given up last.
 *
 * INVARIANT: everyone counted (a person, or a record of theirs if each has one) is in exactly one cell. A missing cell counts
 * zero: the agency looked, and there was nobody there.
 */
export type CountTable = Readonly<{
  dimensions: readonly Dimension[];
  cells: readonly Cell[];
  /**
   * If the dimensions depend on each other, the places where anyone can be; left out, anywhere. A dimension that these places
   * do not name is independent of the others.
   *
   * INVARIANT: it never depends on the counts.
   */
  places?: readonly Place[];
}>;

/** Throws RangeError for dimensions or cells that do not fit together. The message never contains a count. */
export function checkTable({ dimensions, cells, places = [] }: CountTable): void {
  if (dimensions.length === 0) throw new RangeError('The table has no dimensions. Give at least one.');
  const values = new Map(dimensions.map(({ name, branches }) => [name, new Set(valuesOf(branches))]));
  if (values.size < dimensions.length) throw new RangeError('Two dimensions of the table have the same name.');
  for (const { name, branches } of dimensions) {
    if (values.get(name)?.size === 0) throw new RangeError(`Dimension "${name}" has no values.`);
    if (values.get(name)?.size !== valuesOf(branches).length) {
      throw new RangeError(`Dimension "${name}" has a value twice.`);
    }
  }
  const named = Object.keys(places[0] ?? {});
  for (const place of places) {
    const fits = named.every((name) => values.get(name)?.has(place[name] ?? ''));
    if (!fits || Object.keys(place).length !== named.length)
      throw new RangeError('The places must all name the same dimensions of the table, each with one of its values.');
  }
  const seen = new Set<string>();
  for (const { at, count } of cells) {
    for (const name of Object.keys(at)) {
      if (!values.has(name)) throw new RangeError(`A cell has "${name}", which is not a dimension of its table.`);
    }
    const key = JSON.stringify(
      dimensions.map(({ name }) => {
        const value = at[name];
        if (value !== undefined && values.get(name)?.has(value)) return value;
        throw new RangeError(`A cell has no known value of "${name}": ${value ?? 'none'}.`);
      }),
    );
    if (seen.has(key)) throw new RangeError(`The cell ${key} was given twice.`);
    seen.add(key);
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`The count of the cell ${key} is not a whole number, 0 or more.`);
    }
  }
}
