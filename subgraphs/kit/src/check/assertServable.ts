import { InputFault } from '../command/InputFault.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { verifyMapping } from './verifyMapping.ts';

/** How many records a mapping is tried on before it is served: enough to notice a wrong table, few enough to start at once. */
const sample = 20;

/**
 * Throws what makes a mapping unfit to be served, a line each; prints other faults on standard error.
 *
 * `db`: the mapping's Prisma client. Without one (extracts, a FHIR server) nothing is thrown: the source may only be
 * unavailable for now.
 */
export async function assertServable(mapping: Mapping, db: object | undefined): Promise<void> {
  const found = await verifyMapping(mapping, { ...(db && { db }), sample, now: new Date() });
  const fatal = found.filter(({ level }) => level === 'FATAL');
  if (db && fatal.length > 0) throw new InputFault(fatal.map(({ sentence }) => sentence).join('\n'));
  for (const { level, sentence } of found) if (level !== 'HINT') console.error(sentence);
}
