import { parseArgs } from 'node:util';
import { InputFault } from '../command/InputFault.ts';
import { engineOf } from '../database/engineOf.ts';
import { openConnection } from '../database/openConnection.ts';
import { readCatalogue } from '../database/readCatalogue.ts';
import type { OpenAgency } from '../serve/runAgency.ts';
import { type CheckGiven, type CheckReport, checkAgency } from './checkAgency.ts';
import { tellCheck } from './tellCheck.ts';

/** Records that are read unless told otherwise. */
const usualMost = 5_000;

/** Prints what a check finds (`--json`: as data). `--records N` reads so many, `--whole` all. Exit code 1 where something is to be mended. */
export async function showCheck(open: () => Promise<OpenAgency>, words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: words.slice(1),
    options: { json: { type: 'boolean' }, whole: { type: 'boolean' }, records: { type: 'string' } },
  });
  const most = values.whole ? Number.MAX_SAFE_INTEGER : numberOf(values.records);
  const { mapping, reads, close } = await open();
  try {
    const report = await withDatabase((database) =>
      checkAgency(mapping, { now: new Date(), most, ...(reads && { db: reads.db }), ...(database && { database }) }),
    );
    console.log(
      values.json ? JSON.stringify({ agency: mapping.id, ...report }, null, 2) : tellCheck(mapping.id, report),
    );
    if (report.findings.some(({ gravity }) => gravity === 'MEND')) process.exitCode = 1;
  } finally {
    await close();
    if (process.connected) process.disconnect();
  }
}

/** The database of DATABASE_URL, for what a mapping cannot see of itself; none where the agency's records are kept otherwise. */
async function withDatabase(run: (database: CheckGiven['database']) => Promise<CheckReport>): Promise<CheckReport> {
  const url = process.env.DATABASE_URL;
  const engine = url === undefined ? undefined : engineOf(url);
  if (url === undefined || engine === undefined) return run(undefined);
  const connection = await openConnection(engine, url);
  try {
    return await run({ connection, catalogue: await readCatalogue(connection) });
  } finally {
    await connection.close();
  }
}

function numberOf(text: string | undefined): number {
  const number = text === undefined ? usualMost : Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InputFault(`--records is "${text}". Use a whole number from 1.`);
  return number;
}
