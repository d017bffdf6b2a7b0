import type { CatalogueColumn, CatalogueTable } from '../database/Catalogue.ts';
import type { ColumnShape } from './ColumnShape.ts';
import { codeSaying, oppositeOf } from './codeSaying.ts';
import { isEpoch } from './epochColumn.ts';
import { isDate, isText } from './guessColumns.ts';
import { aboutDeletion, goneWords, hereWords, keptBackWords, mergedWords } from './markWords.ts';
import { meaningIn } from './meaningIn.ts';
import type { GoneGuess } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';

/** The columns of a table that mark a row as gone, or as not gone. A row marked as gone is to be served to nobody. */
export const goneColumns = (table: CatalogueTable, shapes: Shapes): readonly GoneGuess[] =>
  table.columns.flatMap((column) => {
    const words = meaningIn(column.name).join(' ');
    if (table.primaryKey.includes(column.name) || aboutDeletion.test(words)) return [];
    const guess = goneGuess(column, words, shapes.of(table, column.name));
    return guess ? [guess] : [];
  });

/**
 * The part of a record that a column withholds, where it is not the whole row: an alert about somebody whose address is
 * silent is served all the same. Null where the column is about the row.
 */
export function partKeptBack({ column }: GoneGuess): 'address' | 'contact' | null {
  const words = meaningIn(column.name).join(' ');
  if (!keptBackWords.test(words)) return null;
  if (/\bnumber\b/.test(words)) return 'contact';
  const part = partNamed(column);
  if (part !== null) return part;
  if (/\bsilent\b/.test(words)) return 'address';
  return /\bunlisted\b/.test(words) ? 'contact' : null;
}

/** The part of a record that a column's name says it is about, as with `phone_status`; null where it is about neither. */
export function partNamed({ name }: CatalogueColumn): 'address' | 'contact' | null {
  const words = meaningIn(name).join(' ');
  if (/\b(telephone|tel|phone|ph|phn|mobile|mob|email|contact)\b/.test(words)) return 'contact';
  return /\b(address|addr|adr|location|residence|suburb|postcode)\b/.test(words) ? 'address' : null;
}

/** Whether a column marks a row, or part of it, as for the agency only, rather than as gone. */
export const isKeptBack = ({ column }: GoneGuess): boolean => keptBackWords.test(meaningIn(column.name).join(' '));

/** Whether a column marks a row as in use, rather than as gone. */
export const saysInUse = ({ column, here }: GoneGuess): boolean =>
  here !== null &&
  hereWords.test(meaningIn(column.name).join(' ')) &&
  !goneWords.test(meaningIn(column.name).join(' '));

function goneGuess(column: CatalogueColumn, words: string, shape: ColumnShape): GoneGuess | null {
  const isKeptBack = keptBackWords.test(words);
  const isGone = goneWords.test(words) || isKeptBack;
  const isMerged = mergedWords.test(words);
  const isHere = hereWords.test(words) && !isGone;
  if (!isGone && !isMerged && !isHere) return null;
  const called = isMerged
    ? 'named like a merge into another row'
    : `named like ${isKeptBack ? 'something kept back' : isGone ? 'a deletion mark' : 'an in-use mark'}`;
  const known = (here: GoneGuess['here'], gone: GoneGuess['gone'], confidence: number, why: string) => ({
    column,
    here,
    gone,
    confidence,
    reasons: [called, why],
  });
  const none = isHere || isKeptBack ? undefined : noneIn(column, shape, isMerged);
  if (none !== undefined)
    return known(none, null, 0.9, `${none === null ? 'null' : none === 0 ? '0' : 'empty'} for rows in use`);
  if (isMerged && !isYesNo(column, shape)) return null;
  if (/^bool|^bit$/.test(column.type) || (column.type === 'tinyint' && column.sizes[0] === 1))
    return known(isHere, isKeptBack ? null : !isHere, isHere ? 0.6 : 0.9, 'yes or no');
  const [no, yes] = [codeSaying('no', shape.codes), codeSaying('yes', shape.codes)];
  const isNumber = /int|numeric|decimal/.test(column.type);
  const value = (code: string) => (isNumber ? Number(code) : code);
  if (isKeptBack && no === undefined && (yes !== undefined || shape.like.yesNo > 0)) {
    const isOnlyYes = yes !== undefined && shape.codes.length === 1;
    if (!isOnlyYes || shape.filled === shape.looked) {
      // Some row says neither yes nor no, or none says no: nothing but a clear no, or nothing at all, may be served.
      const none = column.nullable && shape.empty === 0 ? null : '';
      // Of more than three numbers, 0 is the only one that says no.
      const clearNo = yes === undefined && isNumber ? 0 : value(oppositeOf(yes ?? 'Y'));
      const here = isOnlyYes || yes === undefined ? clearNo : isNumber ? null : none;
      return known(here, null, 0.7, 'holds yes, and no clear no');
    }
  }
  if (isKeptBack && yes === undefined && no === undefined && isOfItsOwn(column, shape)) {
    const none = isNumber ? 0 : '';
    const why = shape.filled === 0 ? 'empty so far' : 'holds neither yes nor no, so whatever it holds keeps back';
    return { ...known(column.nullable && shape.empty === 0 ? null : none, null, 0.6, why), ownWords: true };
  }
  const told = yes ?? no;
  // Where only one of the two values occurs, null or empty must mean the other, so some rows have to be null or empty.
  if (told === undefined || (no === undefined && shape.filled === shape.looked)) return null;
  const [saysNo, saysYes] = [no ?? oppositeOf(told), yes ?? oppositeOf(told)].map(value);
  const [here, gone] = isHere ? [saysYes, saysNo] : [saysNo, saysYes];
  if (here === undefined || gone === undefined) return null;
  // For what is withheld, a row without a clear no is withheld too.
  return known(here, isKeptBack && no !== undefined ? null : gone, isHere ? 0.6 : 0.85, 'holds yes and no');
}

/**
 * Whether a column says in words of its own what of an address or a number is kept back (`silent`: `ADDR` or `ADDR,PH`), and
 * is not itself a date, a number or an address that is kept back.
 */
function isOfItsOwn(column: CatalogueColumn, shape: ColumnShape): boolean {
  const words = meaningIn(column.name).join(' ');
  const { phone, email, prose } = shape.like;
  return (
    (/\b(silent|unlisted)\b/.test(words) || partNamed(column) !== null) &&
    !isDate(column, shape) &&
    phone + email + prose < 0.5
  );
}

/**
 * What a column of dates, or of the row that this one was merged into, holds where there is none; undefined for any other
 * column.
 */
function noneIn(column: CatalogueColumn, shape: ColumnShape, isMerged: boolean): null | number | string | undefined {
  const isOther = isMerged && !isYesNo(column, shape);
  if (isOther && column.nullable) return null;
  const namesOther = isOther && otherRow.test(meaningIn(column.name).join(' '));
  if (!namesOther && !isDate(column, shape)) return undefined;
  if (column.nullable) return null;
  if (isText(column)) return '';
  if (isDayType(column)) return shape.like.zeroDay > 0 ? null : undefined;
  return namesOther || isEpoch(column, shape) ? 0 : undefined;
}

/** Endings of columns that name the row this one was merged into, rather than how often or how likely. */
const otherRow = /\b(merged|mrg|to|into|with|of|id|no|nr|num|number|ref|key)$/;

const isDayType = ({ type }: CatalogueColumn): boolean => /^(date|datetime|smalldatetime|timestamp)/.test(type);

const isYesNo = (column: CatalogueColumn, shape: ColumnShape): boolean =>
  /^bool|^bit$/.test(column.type) || (shape.filled > 0 && shape.like.yesNo === 1 && shape.distinct <= 2);
