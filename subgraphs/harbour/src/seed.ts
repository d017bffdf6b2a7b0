import type { ExistingSystem } from '@accord/seeding/createExisting';
import { tableRows } from './tableRows.ts';

/** HarbourCare at Harbour, as it was before Accord. */
export const harbourCare: ExistingSystem = {
  name: 'harbour',
  ddl: new URL('../existing.sql', import.meta.url),
  ownTable: 'case_note',
  countSql: 'SELECT count(*) FROM client WHERE deleted_at IS NULL',
  rows: tableRows,
};
