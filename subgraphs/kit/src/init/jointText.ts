import type { CatalogueTable } from '../database/Catalogue.ts';
import { pairsOf, type Reference } from '../database/references.ts';
import { type Draft, fieldOf, keyText, numbersFor, type Used } from './MappingText.ts';
import type { Field } from './Models.ts';

/**
 * The columns of one table that identify rows of another, each paired with the column it is compared with: from `own`,
 * whose rows are loaded, to `other`.
 */
export type Joint = Readonly<{
  own: CatalogueTable;
  other: CatalogueTable;
  pairs: readonly (readonly [own: string, other: string])[];
}>;

/**
 * How the rows of the other table are found, in the terms of `through` and `beside`; `keys` is the variable that holds the
 * keys.
 */
export type JointText = Readonly<{ key: string; where: string; of: string; fields: readonly Field[] }>;

/** The join seen from the side that is referred to. */
export const jointFrom = (reference: Reference): Joint => ({
  own: reference.to,
  other: reference.from,
  pairs: pairsOf(reference).map(([column, toColumn]) => [toColumn, column]),
});

/** The text of a join; null where its columns cannot be compared. Several columns form one key together. */
export function jointText(draft: Draft, used: Used, { own, other, pairs }: Joint, keys = 'keys'): JointText | null {
  const fields = pairs.map(([here, there]) => [fieldOf(draft, own, here), fieldOf(draft, other, there)] as const);
  const found = fields.flatMap(([here, there]) =>
    here && there && here.type === there.type && ['Int', 'BigInt', 'String', 'Decimal'].includes(here.type ?? '')
      ? [{ here, there }]
      : [],
  );
  const [only, ...more] = found;
  if (!only || found.length !== pairs.length) return null;
  if (more.length === 0) {
    const { here, there } = only;
    return {
      key: here.type === 'Decimal' ? `row.${here.name}?.toString()` : `row.${here.name}`,
      where: `${there.name}: { in: ${keys} }`,
      of: there.type === 'Decimal' ? keyText(there) : `row.${there.name}${there.column.nullable ? " ?? ''" : ''}`,
      fields: [there],
    };
  }
  if (found.some(({ here }) => here.column.nullable)) return null;
  const theirs = found.map(({ there }) => there);
  const key = keyOfSeveral(theirs, used);
  return {
    key: `${keyOfSeveral(
      found.map(({ here }) => here),
      used,
    )}.numberOf(row)`,
    where: `...${key}.where(${keys})`,
    of: `${key}.numberOf(${rowText(theirs)})`,
    fields: theirs,
  };
}

/** `compositeKey({ SITE: texts, NO: ints })`. */
export function keyOfSeveral(fields: readonly Field[], used: Used): string {
  used.add('compositeKey');
  return `compositeKey({ ${fields.map((field) => `${field.name}: ${readerOf(field, used)}`).join(', ')} })`;
}

function readerOf(field: Field, used: Used): string {
  const word = numbersFor(field, used);
  if (word === null) used.add('texts');
  return word ?? 'texts';
}

/** The type of a row found by its key: it has all key columns, though they may be null in other rows. */
function rowText(fields: readonly Field[]): string {
  if (!fields.some(({ column }) => column.nullable)) return 'row';
  const none = ({ type }: Field) => (type === 'Int' ? '0' : type === 'BigInt' ? '0n' : "''");
  return `{ ${fields.map((field) => `${field.name}: row.${field.name}${field.column.nullable ? ` ?? ${none(field)}` : ''}`).join(', ')} }`;
}
