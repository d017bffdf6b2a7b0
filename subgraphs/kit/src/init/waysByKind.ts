import type { CatalogueTable } from '../database/Catalogue.ts';
import { columnsOf, type Reference } from '../database/references.ts';
import { columnWords } from './columnWords.ts';
import { isDate, isText } from './guessColumns.ts';
import { listOf } from './listOf.ts';
import { meaningIn } from './meaningIn.ts';
import type { ColumnGuess } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';

/** The keys, in the list of ways, of those that are a telephone or an e-mail. */
export type Ways = Readonly<{ phone: readonly string[]; email: readonly string[] }>;

const remark = /\b(comments?|cmnt|notes?|remarks?|reasons?|modified|created|by)\b/;

/**
 * The columns of a table that holds ways of reaching people one a row: which way it is, by a list whose texts speak of telephones and of
 * e-mail, and the one column of text that can be the number. Null where it holds none; told even where it is empty.
 */
export function waysByKind(
  table: CatalogueTable,
  shapes: Shapes,
  references: readonly Reference[],
): Readonly<{ columns: readonly ColumnGuess[]; ways: Ways }> | null {
  for (const { name } of table.columns) {
    const list = listOf(shapes, references, table, name);
    const labels = [...(list?.labels ?? [])];
    const keys = (test: RegExp) => labels.filter(([, label]) => test.test(label)).map(([key]) => key);
    const ways = { phone: keys(/mobile|phone|\bcell|\btel(ephone)?\b/), email: keys(/e-?mail/) };
    const kind = table.columns.find((one) => one.name === name);
    const value = valueIn(table, shapes, references);
    if (ways.phone.length === 0 || ways.email.length === 0 || !list || !kind || !value) continue;
    const reason = `refers to ${list.table.name}, which lists telephone and e-mail`;
    return {
      ways,
      columns: [
        { idea: 'kind', column: kind, confidence: 0.85, reasons: [reason] },
        { idea: 'value', column: value, confidence: 0.7, reasons: ['the text beside it'] },
      ],
    };
  }
  return null;
}

function valueIn(table: CatalogueTable, shapes: Shapes, references: readonly Reference[]) {
  const texts = table.columns.filter(
    (column) =>
      isText(column) &&
      !isDate(column, shapes.of(table, column.name)) &&
      !table.primaryKey.includes(column.name) &&
      !references.some((one) => one.from === table && columnsOf(one).includes(column.name)) &&
      !remark.test(meaningIn(column.name).join(' ')),
  );
  const called = texts.filter(({ name }) => columnWords.value.test(meaningIn(name).join(' ')));
  const [only, ...more] = called.length > 0 ? called : texts;
  return only && more.length === 0 ? only : null;
}
