import type { CatalogueColumn } from '../database/Catalogue.ts';
import type { ColumnShape } from './ColumnShape.ts';
import { type ColumnIdea, columnWords } from './columnWords.ts';
import { goneWords } from './markWords.ts';
import { meaningIn } from './meaningIn.ts';
import { word } from './word.ts';

export type EpochUnit = 'SECONDS' | 'MILLISECONDS';

/** Names for a time, whatever the column holds, and names for what may be one if its numbers look like times. */
const timeWords = word('at', 'date', 'dt', 'time', 'ts', 'timestamp', 'epoch', 'unix');
const dated: readonly ColumnIdea[] = ['birth', 'begin', 'end', 'review'];

/** Whether a column counts time since 1970: it is named like a time, and its numbers look like one or it has none yet. */
export const isEpoch = (column: CatalogueColumn, shape: ColumnShape): boolean =>
  epochUnit(column, shape) !== null || (isNumber(column) && shape.filled === 0 && timeWords.test(saidOf(column)));

/** The unit in which a column of times counts since 1970; null where that could not be determined. */
export function epochUnit(column: CatalogueColumn, { epoch }: ColumnShape): EpochUnit | null {
  const said = saidOf(column);
  const isTime = timeWords.test(said) || goneWords.test(said) || dated.some((idea) => columnWords[idea].test(said));
  return isNumber(column) && isTime ? epoch : null;
}

const isNumber = ({ type }: CatalogueColumn): boolean => /int|numeric|decimal|^number/.test(type);

const saidOf = ({ name }: CatalogueColumn): string => meaningIn(name).join(' ');
