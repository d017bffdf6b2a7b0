import type { CatalogueColumn } from '../database/Catalogue.ts';
import type { ColumnShape } from './ColumnShape.ts';
import { type ColumnIdea, columnWords } from './columnWords.ts';
import { goneWords } from './markWords.ts';
import { meaningIn } from './meaningIn.ts';
import { word } from './word.ts';

export type EpochUnit = 'SECONDS' | 'MILLISECONDS';

/** A time, whatever it holds; and what may be one where its numbers look like times. */
const timeWords = word('at', 'date', 'dt', 'time', 'ts', 'timestamp', 'epoch', 'unix');
const dated: readonly ColumnIdea[] = ['birth', 'begin', 'end', 'review'];

/** Whether a column counts time from 1970: its numbers look so, or it has none yet, and it is called like a time. */
export const isEpoch = (column: CatalogueColumn, shape: ColumnShape): boolean =>
  epochUnit(column, shape) !== null || (isNumber(column) && shape.filled === 0 && timeWords.test(saidOf(column)));

/** What a column of times counts from 1970; null where that could not be told. */
export function epochUnit(column: CatalogueColumn, { epoch }: ColumnShape): EpochUnit | null {
  const said = saidOf(column);
  const isTime = timeWords.test(said) || goneWords.test(said) || dated.some((idea) => columnWords[idea].test(said));
  return isNumber(column) && isTime ? epoch : null;
}

const isNumber = ({ type }: CatalogueColumn): boolean => /int|numeric|decimal|^number/.test(type);

const saidOf = ({ name }: CatalogueColumn): string => meaningIn(name).join(' ');
