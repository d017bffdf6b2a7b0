import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { InputFault } from '../command/InputFault.ts';
import { dayOfFile, isLogFile, type RequestEntry } from './RequestLog.ts';

/** Which entries are wanted: days in UTC, both included, and a record's number. */
export type RequestsWanted = Readonly<{ from?: string; to?: string; record?: string }>;

/** Entries of the agency's own record, oldest first. `unreadable` counts the lines that a kill cut short, once they were passed. */
export type RequestsRead = Readonly<{ entries: AsyncIterable<RequestEntry>; unreadable: () => number }>;

/** Reads the agency's record of requests line by line, whatever its size. Throws an `InputFault` where there is no such folder. */
export async function readRequests(folder: string, { from, to, record }: RequestsWanted = {}): Promise<RequestsRead> {
  const files = await readdir(folder).catch(() => {
    throw new InputFault(
      `There is no request log in ${folder}. Name its folder with --folder, or set ACCORD_REQUEST_LOG.`,
    );
  });
  const wanted = files
    .filter(isLogFile)
    .filter((name) => (!from || dayOfFile(name) >= from) && (!to || dayOfFile(name) <= to))
    .sort();
  let unreadable = 0;
  async function* entries(): AsyncGenerator<RequestEntry> {
    for (const name of wanted) {
      const lines = createInterface({ input: createReadStream(join(folder, name), 'utf8'), crlfDelay: Infinity });
      for await (const line of lines) {
        if (line === '') continue;
        const entry = entryIn(line);
        if (!entry) unreadable += 1;
        else if (record === undefined || names(entry, record)) yield entry;
      }
    }
  }
  return { entries: entries(), unreadable: () => unreadable };
}

/** True where the request asked for this record. */
const names = ({ asked }: RequestEntry, record: string): boolean =>
  asked.some(({ records }) => records.includes(record));

function entryIn(line: string): RequestEntry | undefined {
  try {
    const entry: RequestEntry | null = JSON.parse(line);
    const isWhole = typeof entry?.at === 'string' && Array.isArray(entry.asked) && Array.isArray(entry.told);
    return isWhole ? entry : undefined;
  } catch {
    return undefined;
  }
}
