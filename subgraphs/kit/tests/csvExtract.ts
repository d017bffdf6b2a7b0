import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayAs, flag, needed, oneOf, text, titled, whole } from '../src/source/csv/column.ts';
import { csvFolder } from '../src/source/csv/csvFolder.ts';
import { settled, type Whole } from '../src/source/csv/whole.ts';

/** A folder of extracts, made anew for each test of a file that calls `eachInItsOwnFolder`: the time in it, and what was logged. */
export const here: { folder: string; time: Date; said: string[]; open: { close(): Promise<void> }[] } = {
  ...{ folder: '', time: new Date(0), said: [], open: [] },
};

export function eachInItsOwnFolder(): void {
  beforeEach(async () => {
    here.folder = await mkdtemp(join(tmpdir(), 'accord-extract-'));
    here.time = new Date('2026-11-22T08:00:00Z');
    here.said = [];
  });
  afterEach(async () => {
    for (const csv of here.open.splice(0)) await csv.close();
    await rm(here.folder, { recursive: true });
  });
}

/** When files count as written, unless a test says otherwise. */
export const written = '2026-11-22T02:00:00Z';
/** Writes a file the way a careful job does: next to the old one, then over it. */
export async function put(file: string, content: string | Uint8Array, at = written): Promise<void> {
  await writeFile(join(here.folder, `${file}.part`), content);
  await utimes(join(here.folder, `${file}.part`), new Date(at), new Date(at));
  await rename(join(here.folder, `${file}.part`), join(here.folder, file));
}

export const clients = ['client_no,family,dob,active', '1,Brook,03/02/1990,Y', '2,Ash,,N', ''].join('\n');
export const alerts = ['alert_no,client_no,kind,text', '10,1,V,"Dog, ""Rex""\nbites"', '11,1,W,Quiet', ''].join('\n');

/** The folder with both files, opened as a mapping would. */
export async function opened(
  given: { whole?: Whole; encoding?: 'windows-1252' | 'utf-16le'; separator?: ';' | '\t' } = {},
) {
  const { whole: complete = settled({ seconds: 0 }), ...written } = given;
  const csv = await csvFolder({
    folder: here.folder,
    files: {
      clients: {
        ...{ file: 'clients.csv', key: 'client_no', ...written },
        columns: {
          client_no: needed(text),
          family: text,
          dob: dayAs('DD/MM/YYYY'),
          active: flag({ yes: ['Y'], no: ['N'] }),
        },
      },
      alerts: {
        ...{ file: 'alerts.csv', key: 'alert', by: ['client_no'], ...written },
        columns: {
          alert: titled('alert_no', needed(whole)),
          client_no: needed(text),
          kind: oneOf({ V: 'VIOLENCE', W: 'WELFARE' }),
          text,
        },
      },
    },
    ...{ whole: complete, pollSeconds: 600, clock: () => here.time, maxAgeHours: 48 },
    log: { info: (sentence) => here.said.push(sentence), warn: (sentence) => here.said.push(sentence) },
  });
  here.open.push(csv);
  return csv;
}

/** The same, with both files in it. */
export async function filled(): Promise<Awaited<ReturnType<typeof opened>>> {
  await put('clients.csv', clients);
  await put('alerts.csv', alerts);
  return opened();
}
