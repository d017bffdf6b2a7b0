import type { CatalogueTable } from '../database/Catalogue.ts';
import { leadOf, type Reference } from '../database/references.ts';
import { meaningIn } from './meaningIn.ts';
import type { Shapes, SharedList } from './readShapes.ts';

/** The descriptions of a column's codes: from all columns of their list, and from the one that describes them. */
export type CodeList = Readonly<{
  table: CatalogueTable;
  labels: ReadonlyMap<string, string>;
  descriptions: ReadonlyMap<string, string>;
  /** True where the table holds several lists. */
  shared: boolean;
}>;

/**
 * The list for a column's codes: the table it refers to or, in a table of all lists, the list that has its codes and the
 * most similar name. Null where there is none, or it is uncertain which.
 */
export function listOf(
  shapes: Shapes,
  references: readonly Reference[],
  table: CatalogueTable,
  column: string,
): CodeList | null {
  const lead = leadOf(references, table, column);
  const codes = shapes.of(table, column).codes;
  if (!lead) return codes.length === 0 ? null : sharedList(shapes.lists, codes, table, column);
  const whole = {
    table: lead.to,
    labels: shapes.labels(lead.to, lead.toColumn),
    descriptions: shapes.descriptions(lead.to, lead.toColumn),
    shared: false,
  };
  // A table that only this column refers to is a list with kinds of its own codes, not a table of all lists.
  const isOfAll = references.filter(({ from, to }) => to === lead.to && from !== to).length > 1;
  const parts = shapes.lists.filter((one) => isOfAll && one.table === lead.to && one.key === lead.toColumn);
  return sharedList(parts, codes, table, column) ?? whole;
}

function sharedList(
  lists: readonly SharedList[],
  codes: readonly string[],
  table: CatalogueTable,
  column: string,
): CodeList | null {
  const scored = lists
    // A code that was removed from its list is still on file.
    .filter(
      ({ table: own, labels }) =>
        own !== table && codes.filter((code) => labels.has(code)).length >= codes.length * 0.6,
    )
    .map((list) => ({ list, score: likeness(list, table, column) }));
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  const [one, ...more] = scored.filter(({ score }) => score === best);
  // Numbers and single letters occur in many lists.
  const telling = codes.some((code) => code.length > 1 && !/^\d+$/.test(code));
  const sure = more.every(({ list }) => list.name === one?.list.name) && (best >= 1 || telling);
  return one && sure ? { ...one.list, shared: true } : null;
}

const generic = /^(types?|typ|code|cd|kind|status|id|no|category|cat|class|list|lst|tbl|client)$/;

/**
 * How similar a list's name is to a column and its table, and its key to the column's ending (`_id`): each word counts,
 * common ones only a little.
 */
function likeness({ name, key }: SharedList, table: CatalogueTable, column: string): number {
  const letters = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  const points = (words: readonly string[]) =>
    words
      .filter((word) => word.length > 2 && letters.includes(word.slice(0, 4)))
      .reduce((sum, word) => sum + (generic.test(word) ? 0.25 : 1), 0);
  const endsAlike = meaningIn(column).at(-1) === meaningIn(key).at(-1);
  return points(meaningIn(column)) * 2 + points(meaningIn(table.name)) + (endsAlike ? 0.5 : 0);
}
