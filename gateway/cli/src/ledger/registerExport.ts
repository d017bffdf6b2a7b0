import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { endOf, isDay, isInstant, startOf } from '@accord/consent/instants';
import { exportLedger } from '@accord/server/ledger/exportLedger';
import { StartFault } from '@accord/server/postgres/StartFault';
import { readProfile } from '@accord/server/profile/readProfile';
import type { Command } from 'commander';
import { withStore } from '../withStore.ts';

type ExportOptions = Readonly<{
  agency?: string;
  client?: string;
  from?: string;
  to?: string;
  format: string;
  out?: string;
}>;

/** `accord ledger export`: entries as lines, and a last line by which the export itself can be verified. */
export function registerExport(ledger: Command): void {
  ledger
    .command('export')
    .description('write entries out, the oldest first, with a last line by which they can be verified')
    .option('--agency <id>', "of this agency's records only")
    .option('--client <id>', 'about this client only')
    .option('--from <day or instant>', 'told then or later')
    .option('--to <day or instant>', 'told before that instant, or until the end of that day')
    .option('--format <format>', 'jsonl, which "accord ledger verify --file" reads, or csv', 'jsonl')
    .option('--out <file>', 'a new file; left out: standard output')
    .action(async ({ agency, client, from, to, format, out }: ExportOptions) => {
      if (format !== 'jsonl' && format !== 'csv')
        throw new StartFault(`--format is "${format}"; it may be "jsonl" or "csv".`);
      // Days are those of the partnership.
      const { timeZone } = readProfile(process.env.ACCORD_PROFILE);
      const filter = {
        ...(agency !== undefined && { agencyId: agency }),
        ...(client !== undefined && { clientId: client }),
        ...(from !== undefined && { from: new Date(startOf(when('--from', from), timeZone)) }),
        ...(to !== undefined && { to: new Date(endOf(when('--to', to), timeZone)) }),
      };
      await withStore(({ ledger: entries }) =>
        pipeline(
          Readable.from(exportLedger(entries, filter, format)),
          // Standard output is not ours to end.
          out === undefined ? process.stdout : createWriteStream(out, { flags: 'wx', mode: 0o600 }),
          { end: out !== undefined },
        ).catch((error: unknown) => {
          throw fileFault(error, out);
        }),
      );
    });
}

function when(option: string, text: string): string {
  if (isDay(text) || isInstant(text)) return text;
  throw new StartFault(`${option} is "${text}"; it takes a day (2026-11-22) or an instant (2026-11-22T10:00:00Z).`);
}

function fileFault(error: unknown, out: string | undefined): unknown {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  if (code === 'EEXIST') return new StartFault(`${out} is there already. Name a new file, or move that one away.`);
  if (code === 'ENOENT' || code === 'EACCES') return new StartFault(`${out} cannot be written.`);
  return error;
}
