import type { CatalogueColumn, CatalogueTable } from '../database/Catalogue.ts';
import type { ColumnShape } from './ColumnShape.ts';
import { codeSaying } from './codeSaying.ts';
import { isDate } from './guessColumns.ts';
import { aboutDeletion, goneWords, hereWords, keptBackWords, mergedWords } from './lexicon.ts';
import { meaningIn } from './meaningIn.ts';
import type { GoneGuess } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';

/** The columns of a table that say a row is gone, or that it is not. A row they say so of is to be told to nobody. */
export const goneColumns = (table: CatalogueTable, shapes: Shapes): readonly GoneGuess[] =>
  table.columns.flatMap((column) => {
    const words = meaningIn(column.name).join(' ');
    if (table.primaryKey.includes(column.name) || aboutDeletion.test(words)) return [];
    const guess = goneGuess(column, words, shapes.of(table, column.name));
    return guess ? [guess] : [];
  });

/** Whether a column says that a row is in use, rather than that it is gone. */
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
    ? 'is called like a merge into another row'
    : `is called like ${isKeptBack ? 'something kept back' : isGone ? 'a deletion' : 'being in use'}`;
  const known = (here: GoneGuess['here'], confidence: number, why: string) => ({
    column,
    here,
    confidence,
    reasons: [called, why],
  });
  if (!isHere && !isKeptBack && column.nullable && (isDate(column, shape) || (isMerged && !isYesNo(column, shape))))
    return known(null, 0.9, 'is null for a row that is not');
  if (isMerged && !isYesNo(column, shape)) return null;
  if (/^bool|^bit$/.test(column.type) || (column.type === 'tinyint' && column.sizes[0] === 1))
    return known(isHere, isHere ? 0.6 : 0.9, 'is yes or no');
  const says = codeSaying(isHere ? 'yes' : 'no', shape.codes);
  if (says === undefined) return null;
  const isNumber = /int|numeric|decimal/.test(column.type);
  return known(isNumber ? Number(says) : says, isHere ? 0.6 : 0.85, 'holds yes and no');
}

const isYesNo = (column: CatalogueColumn, shape: ColumnShape): boolean =>
  /^bool|^bit$/.test(column.type) || (shape.filled > 0 && shape.like.yesNo === 1 && shape.distinct <= 2);
