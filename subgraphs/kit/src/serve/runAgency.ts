import { InputFault } from '../command/InputFault.ts';
import { assertReadOnly, type ReadDatabase } from '../database/assertReadOnly.ts';
import type { Engine } from '../database/Catalogue.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { tellFault } from './tellFault.ts';

/** An agency's mapping over an open database, and how to close it. */
export type OpenAgency = Readonly<{
  mapping: Mapping;
  /** The database, which this program must only be able to read; absent where the records are not in one. */
  reads?: Readonly<{ db: ReadDatabase; engine: Engine }>;
  close(): Promise<void>;
}>;

type Word = (open: () => Promise<OpenAgency>, words: readonly string[]) => Promise<void>;

/** The program's commands, by its first argument. What each needs is loaded when it is called. */
const wordsKnown: Readonly<Record<string, () => Promise<Word>>> = {
  serve: async () => (await import('./serveAgency.ts')).serveAgency,
  connect: async () => (await import('../connect/runConnected.ts')).runConnected,
  sync: async () => (await import('../sync/syncRecords.ts')).syncRecords,
  preview: async () => (await import('../check/showPreview.ts')).showPreview,
  check: async () => (await import('../check/showCheck.ts')).showCheck,
  audit: async () => (await import('../audit/runAudit.ts')).runAudit,
};

/**
 * Runs the agency's program. Without a command it serves; `connect` serves without a port; `sync` announces records to the
 * hub; `preview` shows one record as it is served; `check` shows what will not come out right; `audit` looks for notes and
 * needs that no alert names.
 *
 * An error is reported as one sentence on standard error (`tellFault`), with exit code 1. To have its own sentence shown,
 * an agency's program throws an `InputFault`.
 */
export async function runAgency(
  open: () => Promise<OpenAgency>,
  words: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const [word = 'serve'] = words;
  // Set before the database is opened: outside production, Prisma takes a stack trace for every statement.
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

/** Opens the agency. Throws, whatever the command, if the database would accept a write from this program. */
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
