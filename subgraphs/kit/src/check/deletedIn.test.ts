import type { Catalogue } from '../database/Catalogue.ts';
import { goneWords, hereWords, mergedWords } from '../database/goneWords.ts';
import { shapeOf } from '../init/ColumnShape.ts';
import { goneColumns } from '../init/goneColumns.ts';
import { deletedIn, marksDeleted } from './deletedIn.ts';

const column: Catalogue['tables'][number]['columns'][number] = {
  ...{ name: 'x', written: 'char(1)', type: 'char', sizes: [1], array: false, nullable: false, default: null },
  ...{ counted: false, generated: false, values: null, enumName: null, comment: null },
};
const nothing: Catalogue['tables'][number] = {
  ...{ schema: null, name: 'client', kind: 'table', comment: null, columns: [], primaryKey: [], indexes: [] },
  ...{ foreignKeys: [], inherits: null, estimatedRows: null, readable: true },
};
const shapes = {
  of: () => shapeOf(['Y', 'N', 'Y', 'N', 'Y', 'N', 'Y', 'N']),
  ...{ labels: () => new Map(), descriptions: () => new Map(), codesBeside: () => [], lists: [], unread: [] },
};

test.each([
  [{ deletedAt: new Date() }, 'deletedAt'],
  [{ deleted_at: '2026-01-01' }, 'deleted_at'],
  [{ voided: true }, 'voided'],
  [{ IS_VOID: 'Y' }, 'IS_VOID'],
  [{ MRG_TO: 4711 }, 'MRG_TO'],
  [{ active: false }, 'active'],
  [{ is_current: 'N' }, 'is_current'],
  [{ entered_in_error: 'Y' }, 'entered_in_error'],
  [{ supersededBy: 4711 }, 'supersededBy'],
  [{ merged_into_client_id: 4711n }, 'merged_into_client_id'],
  [{ SurvivorID: 4711 }, 'SurvivorID'],
])('%j is marked as gone', (row, column) => {
  expect(deletedIn(row)).toBe(column);
});

test.each([
  { deletedAt: null },
  { deleted_at: '' },
  { voided: 0 },
  { IS_VOID: 'N' },
  { MRG_TO: null },
  { deleted_on: 'N/A' },
  { MRG_TO: '-' },
  { active: 'Y' },
  { active: null },
  { activeSince: 'N' },
  { voidedReason: 'entered twice' },
  { deliveryDate: '2026-01-01' },
  { validity: 0 },
  { survivor_id: 0n },
  { victim_survivor: 'Y' },
  { survivor: 'Y' },
  { dup_check_id: 4711 },
  null,
  'deleted',
])('%j is not', (row) => {
  expect(deletedIn(row)).toBeNull();
});

test.each([...goneWords, ...mergedWords, ...hereWords])('"%s" is known to init and to check', (words) => {
  const name = `is_${words.replaceAll(' ', '_')}`;
  const catalogued: Catalogue['tables'][number] = { ...nothing, columns: [{ ...column, name }] };
  const isHere = hereWords.some((one) => one === words);
  expect(goneColumns(catalogued, shapes).map(({ here }) => here)).toEqual([isHere ? 'Y' : 'N']);
  expect(marksDeleted(name)).toBe(isHere ? 'NO_IS_GONE' : 'YES_IS_GONE');
});
