import { InputFault } from '../command/InputFault.ts';
import { assertReadOnly, type ReadDatabase } from '../database/assertReadOnly.ts';
import type { Engine } from '../database/Catalogue.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { tellFault } from './tellFault.ts';

/** An agency's mapping over an open database, and how to close it. */
export type OpenAgency = Readonly<{
  mapping: Mapping;
  /** The database, which must be one that this program can only read; left out where the records are in none. */
  reads?: Readonly<{ db: ReadDatabase; engine: Engine }>;
  close(): Promise<void>;
}>;

type Word = (open: () => Promise<OpenAgency>, words: readonly string[]) => Promise<void>;

/** What the program does by its first word; what each needs is loaded when it is asked. */
const wordsKnown: Readonly<Record<string, () => Promise<Word>>> = {
  serve: async () => (await import('./serveAgency.ts')).serveAgency,
  connect: async () => (await import('../connect/runConnected.ts')).runConnected,
  sync: async () => (await import('../sync/syncRecords.ts')).syncRecords,
  preview: async () => (await import('../check/showPreview.ts')).showPreview,
  check: async () => (await import('../check/showCheck.ts')).showCheck,
  audit: async () => (await import('../audit/runAudit.ts')).runAudit,
};

/**
 * The agency's program. Without a word it serves; `connect` serves without a port; `sync` announces records to the hub; `preview`
 * shows one record as it is told, `check` what will not come out right; `audit` looks for what no alert names.
 *
 * What goes wrong is one sentence on standard error (`tellFault`), and exit code 1. To have a sentence of its own shown, an agency's
 * program throws an `InputFault`.
 */
export async function runAgency(
  open: () => Promise<OpenAgency>,
  words: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const [word = 'serve'] = words;
  // Before the database is opened: elsewhere than in production Prisma takes a stack trace for every statement.
  process.env.NODE_ENV ??= 'production';
  try {
    const load = Object.hasOwn(wordsKnown, word) ? wordsKnown[word] : undefined;
    if (!load) throw new InputFault(`There is no command "${word}". Use one of ${Object.keys(wordsKnown).join(', ')}.`);
    await (await load())(() => openToRead(open), words);
  } catch (error) {
    console.error(await tellFault(error, process.env));
    process.exitCode = 1;
    if (process.connected) process.disconnect();
  }
}

/** Opens the agency, unless its database takes a write from it: whatever the program does then, it does not begin. */
async function openToRead(open: () => Promise<OpenAgency>): Promise<OpenAgency> {
  const agency = await open();
  const { reads, mapping, close } = agency;
  if (!reads) return agency;
  try {
    await assertReadOnly(reads.db, reads.engine, `${mapping.id[0]?.toUpperCase()}${mapping.id.slice(1)}`);
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  return agency;
}
