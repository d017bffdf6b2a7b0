import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { endOf, isDay, isInstant, startOf } from '@accord/consent/instants';
import { exportLedger } from '@accord/server/ledger/exportLedger';
import { StartFault } from '@accord/server/postgres/StartFault';
import { readProfile } from '@accord/server/profile/readProfile';
import { outFault } from '../outFault.ts';
import { withStore } from '../withStore.ts';

export type ExportOptions = Readonly<{
  agency?: string;
  client?: string;
  from?: string;
  to?: string;
  format: string;
  out?: string;
}>;

/** Writes the selected entries to a new file or to standard output. Throws a `StartFault` if it cannot. */
export async function exportEntries({ agency, client, from, to, format, out }: ExportOptions): Promise<void> {
  if (format !== 'jsonl' && format !== 'csv') throw new StartFault(`--format is "${format}". Use jsonl or csv.`);
  // Days are those of the partnership's time zone.
  const { timeZone } = readProfile(process.env.ACCORD_PROFILE);
  const filter = {
    ...(agency !== undefined && { agencyId: agency }),
    ...(client !== undefined && { clientId: client }),
    ...(from !== undefined && { from: new Date(startOf(when('--from', from), timeZone)) }),
    ...(to !== undefined && { to: new Date(endOf(when('--to', to), timeZone)) }),
  };
  await withStore(({ ledger: entries }) => {
    const lines = Readable.from(exportLedger(entries, filter, format));
    // Standard output is not ours to close.
    return out === undefined ? pipeline(lines, process.stdout, { end: false }) : writeInto(out, lines);
  });
}

/** Writes to a new file, which appears only when it is complete. */
async function writeInto(out: string, lines: Readable): Promise<void> {
  const file = createWriteStream(out, { flags: 'wx', mode: 0o600 });
  let isOurs = false;
  file.once('open', () => {
    isOurs = true;
  });
  try {
    await pipeline(lines, file);
  } catch (error) {
    if (isOurs) await rm(out, { force: true });
    throw outFault(error, out);
  }
}

function when(option: string, text: string): string {
  if (isDay(text) || isInstant(text)) return text;
  throw new StartFault(`${option} is "${text}". Use a day (2026-11-22) or an instant (2026-11-22T10:00:00Z).`);
}
