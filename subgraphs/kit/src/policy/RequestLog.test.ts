import { execFile } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inventedAgency, now, requester, servedAgency, stopServed } from '../../tests/inventedAgency.ts';
import { RequestLog } from './RequestLog.ts';
import { readRequests } from './readRequests.ts';
import { csvLine } from './requestRows.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-requests-'));
});
afterEach(async () => {
  await stopServed();
  await rm(folder, { recursive: true, force: true });
});

const today = () => join(folder, `requests-${now.toISOString().slice(0, 10)}.jsonl`);
const entriesOf = async (record?: string) => {
  const { entries, unreadable } = await readRequests(folder, record === undefined ? {} : { record });
  const all = [];
  for await (const entry of entries) all.push(entry);
  return { all, unreadable: unreadable() };
};
const permitted = { records: ['1'], categories: ['IDENTITY', 'FV_RISK', 'ADDRESS', 'HEALTH'] };
const policy = {
  now: async () =>
    ({
      kind: 'POLICY',
      policy: {
        ...{ off: null, aggregateOnly: false, consentedOnly: false, figures: true },
        never: {
          kinds: [{ category: 'ADDRESS', agencies: [], purposes: [], roles: [] }],
          ...{ records: new Set<string>(), before: null, after: null },
        },
      },
    }) as const,
};
const agencyWithLog = async () => {
  const requests = await RequestLog.open({ folder, daysKept: 30 });
  return { requests, ...(await servedAgency(inventedAgency().mapping, { requests, policy })) };
};
const bin = fileURLToPath(new URL('../../bin/accord-agency.js', import.meta.url));
const accordAgency = (...words: readonly string[]) => promisify(execFile)(process.execPath, [bin, ...words]);

test('who asked, for which records and kinds, what was there, what was kept back: never a name', async () => {
  const { ask } = await agencyWithLog();
  await ask('identity { name { given } } alerts { id text } address { line }', [permitted]);
  const { all } = await entriesOf();
  expect(all).toEqual([
    {
      ...{ at: now.toISOString(), permit: expect.any(String), requester, door: 'RECORDS', figures: false },
      asked: [permitted],
      told: [{ records: ['1'], categories: ['FV_RISK', 'IDENTITY'] }],
      withheld: [{ records: ['1'], categories: ['ADDRESS'] }],
      ...{ outcome: 'ANSWERED', milliseconds: expect.any(Number) },
    },
  ]);
  const text = await readFile(today(), 'utf8');
  expect(text).not.toMatch(/Ada|Moss|Example Street|alert 1/);
});

test('a search writes down who searched and nothing of whom', async () => {
  const { send } = await agencyWithLog();
  const body = JSON.stringify({ given: 'Ada', family: 'Moss', dateOfBirth: '1980-02-03', sex: 'FEMALE' });
  await send('', { path: '/linkage/encode', body });
  expect((await entriesOf()).all).toMatchObject([{ door: 'ENCODE', requester, outcome: 'ANSWERED', told: [] }]);
  expect(await readFile(today(), 'utf8')).not.toMatch(/Ada|Moss|1980/);
});

test('a request without a good permit is written down too, and of a flood only some', async () => {
  const { send } = await agencyWithLog();
  for (let time = 0; time < 70; time += 1) await send('{ x }', { authorization: 'Bearer a.b.c' });
  const { all } = await entriesOf();
  expect(all).toHaveLength(60);
  expect(all[0]).toMatchObject({ permit: null, requester: null, outcome: 'PERMIT_REFUSED' });
});

test('what cannot be written down is not told', async () => {
  const { ask } = await agencyWithLog();
  await rm(today(), { force: true });
  await mkdir(today());
  const { status, text } = await ask('identity { name { given } }', [permitted]);
  expect(status).toBe(503);
  expect(text).not.toContain('Ada');
  await rm(today(), { recursive: true });
  expect((await ask('identity { name { given } }', [permitted])).status).toBe(200);
});

test('an agency does not start where nothing can be written', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(RequestLog.open({ folder: join(folder, 'file'), daysKept: 1 })).rejects.toThrow(/ACCORD_REQUEST_LOG/);
});

test('its owner alone reads it, a file a day, and what is too old is removed', async () => {
  await writeFile(join(folder, 'requests-2001-01-01.jsonl'), '');
  await writeFile(join(folder, 'other-2001-01-01.jsonl'), '');
  const { ask } = await agencyWithLog();
  await ask('identity { name { given } }', [permitted]);
  expect((await stat(today())).mode & 0o777).toBe(0o600);
  const names = await readdir(folder);
  expect(names).not.toContain('requests-2001-01-01.jsonl');
  expect(names).toContain('other-2001-01-01.jsonl');
});

test('a line that a kill cut short costs no other line', async () => {
  const { ask } = await agencyWithLog();
  await ask('identity { name { given } }', [permitted]);
  await appendFile(today(), '{"at":"2026-11-22T10:00:00.000Z","permit":"p9","asked":[{"rec');
  await Promise.all([1, 2, 3].map(() => ask('identity { name { given } }', [permitted])));
  const { all, unreadable } = await entriesOf();
  expect(all).toHaveLength(4);
  expect(unreadable).toBe(1);
  const { stderr } = await accordAgency('log', 'export', '--folder', folder);
  expect(stderr).toBe('1 line was cut short when the program was killed, and left out of this output.\n');
});

test('it is exported by day and by record, as a table and as lines', async () => {
  const { ask } = await agencyWithLog();
  await ask('identity { name { given } } address { line }', [permitted, { records: ['2'], categories: ['HEALTH'] }]);
  const csv = async (...words: readonly string[]) =>
    (await accordAgency('log', 'export', '--folder', folder, ...words)).stdout.trimEnd().split('\r\n');
  expect((await csv()).map((line) => line.split(',')[7])).toEqual(['"record"', '"1"', '"2"']);
  const [, one] = await csv('--record', '1', '--from', '2026-11-22', '--to', '2026-11-22');
  expect(one).toContain('"kim","wattle","PRACTITIONER","SERVICE_COORDINATION","RECORDS","1"');
  expect(one).toContain('"ADDRESS FV_RISK HEALTH IDENTITY","IDENTITY","ADDRESS","no","ANSWERED"');
  expect(await csv('--from', '2026-11-23')).toHaveLength(1);
  const { stdout } = await accordAgency('log', 'export', '--folder', folder, '--format', 'jsonl');
  expect(JSON.parse(stdout)).toEqual((await entriesOf()).all[0]);
});

test('who saw a record is told of that record and of nobody else', async () => {
  const { ask } = await agencyWithLog();
  await ask('identity { name { given } } notes { id }', [permitted, { records: ['2'], categories: ['HEALTH'] }]);
  const who = async (number: string) => (await accordAgency('log', 'who', number, '--folder', folder)).stdout;
  expect(await who('1')).toBe(
    '2026-11-22T10:00:00.000Z  kim (PRACTITIONER) of wattle, for SERVICE_COORDINATION: HEALTH IDENTITY\n',
  );
  expect(await who('2')).toMatch(/: HEALTH\n$/);
  expect(await who('3')).toBe('Nothing of record 3 was disclosed, as far back as this log goes.\n');
});

test('an entry never reaches a spreadsheet as a formula', () => {
  for (const formula of ['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '|x', '％'.normalize(), '＝1', '\u0000=1'])
    expect(csvLine([formula])).toMatch(formula === '％' ? /^"/ : /^"'/);
  expect(csvLine(['a "b", c\nd'])).toBe('"a ""b"", c\nd"\r\n');
});
