import { rm, truncate, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { alerts, clients, eachInItsOwnFolder, filled, here, opened, put, written } from '../../../tests/csvExtract.ts';
import { needed, text } from './column.ts';
import { csvFolder } from './csvFolder.ts';
import { manifest, marker, settled, type Whole } from './whole.ts';

// Which files are taken as a whole extract, and what stays in use until there is one.

eachInItsOwnFolder();

test('an extract cut off in place at any byte leaves the last complete one in use', async () => {
  const csv = await filled();
  const newer = Buffer.from(clients.replace('Brook', 'Birk').replace('Ash', '"As\n\nh"'));
  const boundary = new Set([...newer.toString()].flatMap((letter, at) => (letter === '\n' ? [at + 1] : [])));
  for (let length = 0; length < newer.length; length += 1) {
    // Cut off between two rows it looks complete: only a trailer, a marker or a manifest can tell.
    if (boundary.has(length)) continue;
    await put('clients.csv', newer);
    await truncate(join(here.folder, 'clients.csv'), length);
    await utimes(join(here.folder, 'clients.csv'), new Date(written), new Date(written));
    await csv.look();
    expect([length, csv.now().clients.get('1')?.family]).toEqual([length, 'Brook']);
  }
});

test.each<readonly [string, Whole, string, (file: string) => Promise<void>]>([
  [
    'a manifest',
    manifest('rows.csv'),
    'clients.csv',
    () => put('rows.csv', 'file,rows\nclients.csv,2\nalerts.csv,2\n'),
  ],
  ['a manifest', manifest('rows.csv'), 'alerts.csv', () => put('rows.csv', 'file,rows\nclients.csv,2\nalerts.csv,2\n')],
])(
  'with %s, an extract cut off at any byte at all leaves the last complete one in use (%#)',
  async (_what, complete, file, seal) => {
    await put('clients.csv', clients);
    await put('alerts.csv', alerts);
    await seal(file);
    const csv = await opened({ whole: complete });
    expect(csv.state().open).toBe(true);
    const newer = Buffer.from(
      (file === 'clients.csv' ? clients : alerts).replace('Brook', 'Birk').replace('Quiet', 'Loud'),
    );
    for (let length = 0; length < newer.length; length += 1) {
      await put(file, newer.subarray(0, length));
      await csv.look();
      expect([csv.now().clients.get('1')?.family, csv.now().alerts.get('11')?.text]).toEqual(['Brook', 'Quiet']);
    }
    await put(file, newer);
    await csv.look();
    expect([csv.now().clients.get('1')?.family, csv.now().alerts.get('11')?.text]).not.toEqual(['Brook', 'Quiet']);
  },
);

test('files newer than the marker belong to an extract that is still being written', async () => {
  await put('clients.csv', clients);
  await put('alerts.csv', alerts);
  await put('extract.ok', '');
  const csv = await opened({ whole: marker('extract.ok') });
  await put('clients.csv', clients.replace('Brook', 'Birk'), '2026-11-22T03:00:00Z');
  await csv.look();
  expect(csv.now().clients.get('1')?.family).toBe('Brook');
  await put('extract.ok', '', '2026-11-22T03:00:00Z');
  await csv.look();
  expect(csv.now().clients.get('1')?.family).toBe('Birk');
});

test('files of two extracts are not mixed', async () => {
  const csv = await filled();
  await put('clients.csv', clients.replace('Brook', 'Birk'), '2026-11-22T07:00:00Z');
  await csv.look();
  expect(here.said.at(-1)).toBe(
    'The files were written more than 60 minutes apart, so they belong to different extracts. The extract of 2026-11-22T02:00:00.000Z stays in use.',
  );
  expect(csv.now().clients.get('1')?.family).toBe('Brook');
});

test('a file that is still being written is not read', async () => {
  await put('clients.csv', clients);
  await put('alerts.csv', alerts);
  const csv = await opened({ whole: settled({ seconds: 30 }) });
  await put('clients.csv', clients.replace('Brook', 'Birk'), '2026-11-22T08:00:00Z');
  await put('alerts.csv', alerts, '2026-11-22T08:00:00Z');
  here.time = new Date('2026-11-22T08:00:10Z');
  await csv.look();
  expect(csv.now().clients.get('1')?.family).toBe('Brook');
  here.time = new Date('2026-11-22T08:00:31Z');
  await csv.look();
  expect(csv.now().clients.get('1')?.family).toBe('Birk');
});

test('a file that is missing for a moment changes nothing', async () => {
  const csv = await filled();
  await rm(join(here.folder, 'alerts.csv'));
  await csv.look();
  await csv.look();
  expect(here.said.slice(1)).toEqual([
    'alerts.csv is missing, or cannot be read. The extract of 2026-11-22T02:00:00.000Z stays in use.',
  ]);
  expect(csv.now().alerts.get('10')?.kind).toBe('VIOLENCE');
  await put('alerts.csv', alerts);
  await csv.look();
  expect(csv.state().waiting).toBeNull();
});

test('an extract that lost most of its rows looks cut off', async () => {
  const header = 'client_no,family,dob,active\n';
  const rows = (count: number) => header + Array.from({ length: count }, (_, nth) => `${nth},Fern,,Y\n`).join('');
  await put('clients.csv', rows(40));
  await put('alerts.csv', alerts);
  const csv = await opened();
  await put('clients.csv', rows(19));
  await csv.look();
  expect(here.said.at(-1)).toMatch(
    /^clients\.csv has 19 rows; the extract before had 40\. If that is right, restart the agency's program\./,
  );
  expect(csv.now().clients.all).toHaveLength(40);
});

test('an extract that is too old is no longer served, until there is a newer one', async () => {
  const csv = await filled();
  here.time = new Date('2026-11-24T02:00:01Z');
  expect(() => csv.at({ now: here.time })).toThrow('is older than 48 hours');
  expect(csv.state().open).toBe(false);
  await put('clients.csv', clients, '2026-11-24T01:00:00Z');
  await put('alerts.csv', alerts, '2026-11-24T01:00:00Z');
  await csv.look();
  expect(csv.at({ now: here.time }).clients.get('1')?.family).toBe('Brook');
});

test('a trailer with another count means that the file is incomplete', async () => {
  const lines = (last: string) => `${clients}${last}`;
  const open = () =>
    csvFolder({
      folder: here.folder,
      files: {
        clients: { file: 'clients.csv', key: 'client_no', trailer: 'END', columns: { client_no: needed(text) } },
      },
      ...{
        whole: settled({ seconds: 0 }),
        clock: () => here.time,
        log: { info: () => {}, warn: (line) => here.said.push(line) },
      },
    });
  for (const [last, opens] of [
    ['END,2\n', true],
    [' ,,,\nEND,2\n,,,\n', true],
    ['', false],
    ['END,3\n', false],
    ['END\n', false],
    ['END,2\n3,Late,,Y\n', false],
  ] as const) {
    await put('clients.csv', lines(last));
    const csv = await open();
    expect([last, csv.state().open]).toEqual([last, opens]);
    await csv.close();
  }
});
