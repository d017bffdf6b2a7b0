import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { alerts, clients, eachInItsOwnFolder, filled, here, opened, put, written } from '../../../tests/csvExtract.ts';
import { derived } from '../../mapping/derived.ts';
import { dayAs, needed, text, titled } from './column.ts';
import { csvFolder } from './csvFolder.ts';
import { manifest, settled } from './whole.ts';

eachInItsOwnFolder();

test('cells become typed values, found by key and by further columns', async () => {
  const csv = await filled();
  const batch = { now: here.time };
  expect(csv.at(batch).clients.get('1')).toEqual({ client_no: '1', family: 'Brook', dob: '1990-02-03', active: true });
  expect(csv.at(batch).clients.get('2')).toMatchObject({ dob: null, active: false });
  expect(await csv.table('alerts', 'client_no').rowsOf('1', batch)).toEqual([
    { alert: 10, client_no: '1', kind: 'VIOLENCE', text: 'Dog, "Rex"\nbites' },
    { alert: 11, client_no: '1', kind: 'WELFARE', text: 'Quiet' },
  ]);
  expect(await csv.table('clients').rowsOf('01', batch)).toEqual([]);
  expect(csv.now().clients.after('1', 5)).toMatchObject([{ client_no: '2' }]);
  expect(csv.state()).toMatchObject({ asOf: new Date(written), open: true, leftOut: 0, waiting: null });
});

test('one request reads one extract, whatever replaces it meanwhile', async () => {
  const csv = await filled();
  const [before, after] = [{ now: here.time }, { now: here.time }];
  expect(csv.at(before).clients.get('1')?.family).toBe('Brook');
  await put('clients.csv', clients.replace('Brook', 'Birk'));
  await put('alerts.csv', alerts.replace('Quiet', 'Loud'));
  await csv.look();
  expect(csv.at(before).clients.get('1')?.family).toBe('Brook');
  expect(csv.at(before).alerts.get('11')?.text).toBe('Quiet');
  expect([csv.at(after).clients.get('1')?.family, csv.at(after).alerts.get('11')?.text]).toEqual(['Birk', 'Loud']);
});

test.each([
  ['utf-8 with a byte order mark', undefined, Buffer.from(`\ufeff${clients.replace('Brook', 'Bröök')}`, 'utf8')],
  ['utf-16le, told by its mark', undefined, Buffer.from(`\ufeff${clients.replace('Brook', 'Bröök')}`, 'utf16le')],
  ['utf-16le, told by the setting', 'utf-16le', Buffer.from(clients.replace('Brook', 'Bröök'), 'utf16le')],
  ['windows-1252', 'windows-1252', Buffer.from(clients.replace('Brook', 'Bröök'), 'latin1')],
  ['CRLF at the ends', undefined, Buffer.from(clients.replace('Brook', 'Bröök').replaceAll('\n', '\r\n'))],
] as const)('%s is read', async (_how, encoding, bytes) => {
  await put('clients.csv', bytes);
  await put('alerts.csv', encoding === 'utf-16le' ? Buffer.from(alerts, 'utf16le') : alerts);
  const csv = await opened(encoding ? { encoding } : {});
  expect(csv.now().clients.get('1')).toMatchObject({ family: 'Bröök', active: true });
});

test.each([';', '\t'] as const)('the separator may be %j', async (separator) => {
  await put('clients.csv', clients.replaceAll(',', separator));
  await put('alerts.csv', alerts.replaceAll(',', separator));
  expect((await opened({ separator })).now().clients.get('1')?.family).toBe('Brook');
});

test.each<[how: string, content: string | Uint8Array, sentence: RegExp, encoding?: 'windows-1252']>([
  ['lacks a column', 'client_no,dob,active\n', /^clients\.csv, line 1: none of the 3 columns is titled "family"/],
  ['has another separator', clients.replaceAll(',', ';'), /^clients\.csv, line 1: none of the 1 columns/],
  ['has no header', 'Secret,1,,Y\n', /^clients\.csv, line 1: none of the 4/],
  [
    'has a title twice',
    clients.replace('active', 'active,family'),
    /^clients\.csv, line 1: 2 columns are titled "family"/,
  ],
  ['is empty', '', /^clients\.csv does not end with a line break/],
  ['is cut off in a row', clients.slice(0, -4), /^clients\.csv does not end with a line break/],
  [
    'is cut off in a quote',
    `${clients}3,"Secret\n`,
    /^clients\.csv, near line \d: a quotation mark is opened and never closed/,
  ],
  ['has a stray quote', `${clients}3,Sec"ret,,Y\n`, /^clients\.csv, near line 4: a quotation mark is in the middle/],
  [
    'has one huge cell',
    `${clients}3,${'Secret'.repeat(800_000)},,Y\n`,
    /^clients\.csv, near line 4: a row has more than/,
  ],
  [
    'is in another encoding',
    Buffer.from(clients.replace('Brook', 'Bröök'), 'latin1'),
    /^clients\.csv is not written in utf-8/,
  ],
  ['is utf-16 without a mark', Buffer.from(clients, 'utf16le'), /^clients\.csv is not written in utf-8/],
  [
    'is utf-8, not windows-1252',
    clients.replace('Brook', 'Bröök'),
    /^clients\.csv is written in utf-8/,
    'windows-1252',
  ],
  [
    'has too many bad rows',
    `${clients}3,Secret,1.1.1990,Y\n4,Secret,,?\n`,
    /^clients\.csv: 2 of 4 rows cannot be read.*line 4, column "dob": not a date written DD\/MM\/YYYY/,
  ],
])('a file that %s is not used, and no word of it is logged', async (...[_how, content, sentence, encoding]) => {
  await put('clients.csv', content);
  await put('alerts.csv', alerts);
  const csv = await opened(encoding ? { encoding } : {});
  expect(here.said).toEqual([expect.stringMatching(sentence)]);
  expect(here.said[0]).toMatch(/Nothing is released until the files are right\.$/);
  expect(here.said[0]).not.toContain('Secret');
  expect(() => csv.at({ now: here.time })).toThrow(sentence);
  await csv.look();
  expect(here.said).toHaveLength(1);
});

test('rows of nothing but separators, as a spreadsheet writes them, belong to nobody, so nobody is missing because of them', async () => {
  await put('clients.csv', `${clients},,,\n`);
  await put('alerts.csv', `${alerts},, ,\n`);
  const csv = await opened();
  expect(csv.state().leftOut).toBe(0);
  expect(csv.now().alerts.by('client_no', '1')).toHaveLength(2);
});

test('where the job counts such rows too, the log says that they must not be counted', async () => {
  await put('clients.csv', `${clients},,,\n`);
  await put('alerts.csv', alerts);
  await put('rows.csv', 'file,rows\nclients.csv,3\nalerts.csv,2\n');
  const { waiting } = (await opened({ whole: manifest('rows.csv') })).state();
  expect(waiting).toContain(
    'clients.csv has 2 rows (besides 1 with nothing but separators, which do not count), but the manifest says 3.',
  );
});

test('rows that name nobody on file are counted, because they are served for nobody', async () => {
  const more = Array.from({ length: 20 }, (_, nth) => `${nth + 30},Fern,,Y\n`).join('');
  const strange = '12,A1,V,Secret\n13, 2 ,V,Padded\n14,02,V,Secret\n15,3,V,Left out\n';
  await put('clients.csv', `${clients}3,Fern,31/02/1990,Y\n${more}`);
  await put('alerts.csv', `${alerts}${strange}`);
  const csv = await opened();
  const [people, others] = [csv.table('clients'), csv.table('clients')];
  for (const _twice of [1, 2]) csv.table('alerts', 'client_no');
  const found = [{ file: 'alerts.csv', column: 'client_no', rows: 2, people: 'clients.csv' }];
  expect(await csv.state().strays(people)).toEqual(found);
  expect(await csv.state().strays(others)).toEqual(found);
  // A mapping that leaves some people out reads them from the same file.
  const some = derived(people, (rows) => rows.slice(1));
  expect(await csv.state().strays(some)).toEqual(found);
  expect(await csv.state().strays({ rowsOf: async () => [] })).toEqual([]);
  // If the unreadable row's key is unknown, it may be that person's.
  await put('clients.csv', `${clients},Fern,,Y\n${more}`);
  await csv.look();
  expect(await csv.state().strays(people)).toEqual([]);
});

test.each([
  ['several columns', ['site', 'no'], 'person', undefined],
  ['a column that is not the file’s key', 'row_no', 'no', 'no'],
] as const)('rows that name nobody are counted where people are told apart by %s, too', async (_, key, by, foundBy) => {
  await put('people.csv', 'row_no,site,no\n7,EAST,1\n8,EAST,2\n9,WEST,3\n');
  await put('alerts.csv', 'id,person,no\n10,EAST/1,1\n11,WEST/1,4\n12,WEST/3,3\n13,EAST/2,2\n');
  const csv = await csvFolder({
    folder: here.folder,
    files: {
      people: {
        ...{ file: 'people.csv', key, by: ['no'] },
        columns: { row_no: needed(text), site: needed(text), no: needed(text) },
      },
      alerts: {
        ...{ file: 'alerts.csv', key: 'id', by: ['person', 'no'] },
        columns: { id: needed(text), person: needed(text), no: needed(text) },
      },
    },
    ...{ whole: settled({ seconds: 0 }), pollSeconds: 600, clock: () => here.time },
    log: { info: () => {}, warn: () => {} },
  });
  here.open.push(csv);
  csv.table('alerts', by);
  expect(await csv.state().strays(csv.table('people', foundBy))).toEqual([
    { file: 'alerts.csv', column: by, people: 'people.csv', rows: 1 },
  ]);
});

test('rows left under a number that was merged away are counted, because they are served for nobody', async () => {
  await put('people.csv', 'no,Merged to,merged\n1,,N\n2,1,Y\n3,3,N\n');
  await put('alerts.csv', 'id,no\n10,1\n11,2\n12,3\n13,2\n');
  const csv = await csvFolder({
    folder: here.folder,
    files: {
      people: {
        ...{ file: 'people.csv', key: 'no' },
        columns: { no: needed(text), into: titled('Merged to', text), merged: text },
      },
      alerts: { file: 'alerts.csv', key: 'id', by: ['no'], columns: { id: needed(text), no: needed(text) } },
    },
    ...{ whole: settled({ seconds: 0 }), pollSeconds: 600, clock: () => here.time },
    log: { info: () => {}, warn: () => {} },
  });
  here.open.push(csv);
  csv.table('alerts', 'no');
  const people = derived(csv.table('people'), (rows) => rows.filter(({ into }) => into === null));
  expect(await csv.state().strays(people)).toEqual([
    { file: 'alerts.csv', column: 'no', people: 'people.csv', rows: 2, merged: true },
  ]);
});

test('messages about an extract go to standard error, so that a program can read a command’s output', async () => {
  await put('clients.csv', clients);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    ...['--input-type=module', '--eval'],
    `import { csvFolder } from '${import.meta.resolve('@accord/kit/source/csv/csvFolder')}';
     const files = { clients: { file: 'clients.csv', key: 'client_no', columns: {} } };
     await (await csvFolder({ folder: ${JSON.stringify(here.folder)}, files })).close();`,
  ]);
  expect(stdout).toBe('');
  expect(stderr).toContain('"name":"extract"');
});

test('a bad row is left out and counted, and the list it belongs to is missing rather than shorter', async () => {
  await put('clients.csv', `${clients}3,Secret,31/02/1990,Y\n4,Fern,,Y\n5,Fern,,Y\n6,Fern,,Y\n7,Fern,,Y\n`);
  await put('alerts.csv', `${alerts}\n12,2,?,Secret\n13,2,V,Whole\n14,4,V,Whole\n15,4,V,Whole\n`);
  const csv = await opened();
  const rows = csv.now();
  expect(csv.state().leftOut).toBe(2);
  expect(here.said.slice(1)).toEqual([
    'clients.csv, line 4, column "dob": not a date written DD/MM/YYYY.',
    'alerts.csv, line 6, column "kind": not one of V, W.',
  ]);
  expect(() => rows.clients.get('3')).toThrow('a row was left out');
  expect(() => rows.alerts.by('client_no', '2')).toThrow('a row was left out');
  expect(rows.alerts.by('client_no', '4')).toHaveLength(2);
  expect(rows.clients.unread()).toEqual(['3']);
});

test.each([
  ['a comma that nothing quotes, before the client', '12,at home, with dogs,2,V', '5 cells'],
  ['a cell too few', '12,2,V', '3 cells'],
  ['no client', '12,,V,Secret', 'column "client_no": not text, never empty'],
])(
  'where it is unknown whose a bad row is, nobody is served a list that may be shorter: %s',
  async (_what, line, why) => {
    const more = Array.from({ length: 8 }, (_, nth) => `${nth + 20},${nth},V,Whole\n`).join('');
    await put('clients.csv', clients);
    await put('alerts.csv', `${alerts}${line}\n${more}`);
    const csv = await opened();
    const { alerts: rows } = csv.now();
    expect(csv.state()).toMatchObject({ open: true, leftOut: 1 });
    expect(here.said.at(-1)).toContain(why);
    for (const client of ['1', '2', 'nobody'])
      expect(() => rows.by('client_no', client)).toThrow('whose value of "client_no" is not known');
    await expect(csv.table('alerts', 'client_no').rowsOf('1', { now: here.time })).rejects.toThrow('is not known');
    // A row found by its own key is complete; whether there are others is unknown.
    expect(rows.get('10')).toMatchObject({ client_no: '1' });
    if (line.split(',').length !== 4) expect(() => rows.get('99')).toThrow('is not known');
  },
);

test('linkage is given the keys of unreadable rows, or that a key is unknown', async () => {
  const more = Array.from({ length: 20 }, (_, nth) => `${nth + 30},Fern,,Y\n`).join('');
  await put('alerts.csv', alerts);
  for (const [lines, unread] of [
    ['', []],
    ['3,Secret,31/02/1990,Y\n', ['3']],
    ['30,Twin,,Y\n', ['30']],
    [',Secret,,Y\n', null],
    ['3,Se,cret,,Y\n', null],
  ] as const) {
    await put('clients.csv', `${clients}${lines}${more}`);
    const csv = await opened();
    expect(csv.state().waiting).toBeNull();
    expect(csv.now().clients.unread()).toEqual(unread);
  }
});

test('N/A in a date column means no date, and does not make the row unreadable', async () => {
  await put('clients.csv', `${clients}3,Fern,N/A,Y\n4,Fern,-,Y\n`);
  await put('alerts.csv', alerts);
  const csv = await opened();
  expect(csv.state().leftOut).toBe(0);
  expect(csv.now().clients.get('3')).toMatchObject({ family: 'Fern', dob: null });
});

test('of two rows with one key, neither is served', async () => {
  const more = Array.from({ length: 8 }, (_, nth) => `${nth + 3},Fern,,Y\n`).join('');
  await put('clients.csv', `${clients}${more}2,Oak,,Y\n`);
  await put('alerts.csv', alerts);
  const csv = await opened();
  expect(() => csv.now().clients.get('2')).toThrow('a row was left out');
  expect(csv.now().clients.all.map(({ client_no }) => client_no)).not.toContain('2');
  expect(csv.state().leftOut).toBe(2);
});

test('a row that occurs twice, alike in everything that is read, is served once', async () => {
  await put('clients.csv', clients);
  await put('alerts.csv', `${alerts}10,1,V,"Dog, ""Rex""\nbites"\n`);
  const csv = await opened();
  expect(csv.state().leftOut).toBe(0);
  expect(
    csv
      .now()
      .alerts.by('client_no', '1')
      .map(({ alert }) => alert),
  ).toEqual([10, 11]);
});

/** Alerts without a number of their own. */
const unnumbered = async (lines: readonly string[]) => {
  await put('alerts.csv', ['client_no,raised,kind,text', ...lines, ''].join('\n'));
  const csv = await csvFolder({
    ...{
      folder: here.folder,
      whole: settled({ seconds: 0 }),
      clock: () => here.time,
      log: { info: () => {}, warn: (one) => here.said.push(one) },
    },
    files: {
      alerts: {
        ...{ file: 'alerts.csv', key: ['client_no', 'raised', 'kind'], by: ['client_no'] },
        columns: { client_no: needed(text), raised: dayAs('DD/MM/YYYY'), kind: text, text: needed(text) },
      },
    },
  });
  here.open.push(csv);
  return csv;
};

test('several columns can be the key together; of two rows with the same key neither is served', async () => {
  const others = Array.from({ length: 8 }, (_, n) => `${n + 3},02/03/2026,V,Quiet`);
  const csv = await unnumbered([
    '1,02/03/2026,V,Dog',
    '1,03/03/2026,V,Dog',
    '1,02/03/2026,W/V,Dog',
    '2,,V,One',
    '2,,V,Two',
    ...others,
  ]);
  const rows = csv.now().alerts;
  expect(rows.by('client_no', '1')).toHaveLength(3);
  expect(rows.get('1/2026-03-02/W~1V')).toMatchObject({ client_no: '1', kind: 'W/V' });
  expect(await csv.table('alerts').rowsOf('1/2026-03-03/V', { now: here.time })).toHaveLength(1);
  expect(() => rows.by('client_no', '2')).toThrow('a row was left out');
  expect(rows.unread()).toEqual(['2//V']);
  expect(here.said).toContain('alerts.csv, line 6, column "client_no/raised/kind": the key appears twice in the file.');
});

test('an unreadable row’s owner is known if all columns that name the owner can be read', async () => {
  const others = Array.from({ length: 8 }, (_, n) => `${n + 3},02/03/2026,V,Quiet`);
  const csv = await unnumbered(['1,02/03/2026,V,', ...others]);
  const rows = csv.now().alerts;
  expect(rows.unread()).toEqual(['1/2026-03-02/V']);
  expect(() => rows.get('1/2026-03-02/V')).toThrow('a row was left out');
  expect(rows.get('1/2026-03-03/V')).toBeUndefined();
});

test('where several columns share a title, the mapping says which one is meant; otherwise the extract is not used', async () => {
  await put('clients.csv', 'No,Phone,Name,Phone\n1,0491 570 156,Brook,03 5550 0142\n');
  const read = async (phone: typeof text) => {
    const csv = await csvFolder({
      ...{
        folder: here.folder,
        whole: settled({ seconds: 0 }),
        clock: () => here.time,
        log: { info: () => {}, warn: () => {} },
      },
      files: { clients: { file: 'clients.csv', key: 'no', columns: { no: titled('No', needed(text)), phone } } },
    });
    here.open.push(csv);
    return csv;
  };
  expect((await read(titled('Phone', text, 2))).now().clients.get('1')).toMatchObject({ phone: '03 5550 0142' });
  expect((await read(titled('Phone', needed(text), 1))).now().clients.get('1')).toMatchObject({
    phone: '0491 570 156',
  });
  for (const phone of [titled('Phone', text), titled('Phone', text, 3)])
    expect((await read(phone)).state().waiting).toMatch(/2 columns are titled "Phone"\. Say which one is meant/);
});
