import { InputFault } from '../command/InputFault.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { verifyMapping } from './verifyMapping.ts';

/** Records on which a mapping is tried before it is served: enough to see a wrong table, few enough to start at once. */
const sample = 20;

/**
 * Throws what makes a mapping unfit to be served, a line each; says on standard error what else is told wrongly.
 *
 * `db`: the Prisma client it reads by. Without one (extracts, a FHIR server) nothing is thrown: what is read may only be away for now.
 */
export async function assertServable(mapping: Mapping, db: object | undefined): Promise<void> {
  const found = await verifyMapping(mapping, { ...(db && { db }), sample, now: new Date() });
  const fatal = found.filter(({ level }) => level === 'FATAL');
  if (db && fatal.length > 0) throw new InputFault(fatal.map(({ sentence }) => sentence).join('\n'));
  for (const { level, sentence } of found) if (level !== 'HINT') console.error(sentence);
}
