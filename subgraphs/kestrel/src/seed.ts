import type { ExistingSystem } from '@accord/seeding/createExisting';
import { tableRows } from './tableRows.ts';

/** Kestrel's EHR, as it was before Accord. */
export const kestrelEhr: ExistingSystem = {
  name: 'kestrel',
  ddl: new URL('../existing.sql', import.meta.url),
  ownTable: 'program_enrolment',
  countSql: 'SELECT count(*) FROM person WHERE NOT voided',
  rows: tableRows,
};
