import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readKeys } from '@accord/server/keys';
import { type AgencyDatabases, agencyDatabases, type OwnRows } from '../lib/AgencyDatabases.ts';
import { adaAtHarbour } from '../lib/adaAtHarbour.ts';
import { adaAtWattle } from '../lib/adaAtWattle.ts';
import { hubKeys, linkageSecret } from '../lib/openAgencies.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { putOnFile } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';
import type { TestUser } from '../lib/users.ts';

// Wattle's own program, running as shipped over its own file, with a policy that changes beside it and a hub in front.

const main = fileURLToPath(new URL('../../subgraphs/wattle/dist/main.js', import.meta.url));
const bin = fileURLToPath(new URL('../../subgraphs/kit/bin/accord-agency.js', import.meta.url));
const now = () => new Date();
let server: TestServer;
let databases: AgencyDatabases;
let partnership: Partnership;
let wattle: ChildProcess;
let folder: string;
let policy: string;

const ada = {
  ...{ ...adaAtWattle, PRS_NO: 2, DOB_TXT: '03/02/1990' },
  ...{ ALRT_STAT: 'FV-H', ALRT_NO: 21, ALRT_CRT: 'A', ALRT_ST: 'O' },
  ...{ ALRT_DT: '05/03/2026', ALRT_LVL: '1', ALRT_CMT: 'Threats.' },
};
const bob = { ...ada, PRS_NO: 4, S_NAM: 'Vale', F_NAM: 'Bob', SEX_CD: 'M', ALRT_STAT: 'PV-H', ALRT_NO: 22 };
const addressOf = (number: number) => ({
  PRS_NO: number,
  ADR_LN: '2 Hidden Rd',
  ADR_SB: 'Kew',
  ADR_ST: 'VIC',
  ADR_PC: '3101',
});
const hold = (atWattle: OwnRows[string]) =>
  databases.hold({
    ...adaAtHarbour,
    wattle: atWattle,
  });
const everything: OwnRows[string] = { TBL_PERS: [ada, bob], TBL_CTACT: [addressOf(2), addressOf(4)] };
const says = (text: string) => writeFile(policy, `${text}\n...\n`);

beforeAll(async () => {
  server = await testServer();
  folder = await mkdtemp(join(tmpdir(), 'accord-in-charge-'));
  policy = join(folder, 'policy.yaml');
  databases = await agencyDatabases(server.adminUrl, server.folder);
  const store = await server.freshStore();
  partnership = await openPartnership({ store, mappings: databases.mappings, way: 'HTTP', now });
  await says('{}');
  wattle = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...{ PATH: process.env.PATH, DATABASE_URL: `file:${join(server.folder, 'wattle.sqlite')}`, ACCORD_PORT: '0' },
      ACCORD_HUB_KEY: JSON.stringify((await readKeys(hubKeys)).publicJwk),
      ACCORD_LINKAGE_SECRET: Buffer.from(linkageSecret).toString('base64url'),
      ...{ ACCORD_POLICY: policy, ACCORD_REQUEST_LOG: join(folder, 'requests') },
    },
  });
  const [, url] = await said(wattle, /listens on (\S+)/);
  const partner = (await store.agencies.all()).find(({ id }) => id === 'wattle');
  if (!partner || !url) throw new Error('Wattle did not start.');
  const { participation: _, ...row } = partner;
  await store.agencies.upsert({ ...row, url });
  const categories = ['IDENTITY', 'ADDRESS', 'SERVICE_USE', 'FV_RISK', 'CONTACT', 'PHONE'];
  await putOnFile(store, {
    people: { ada: { harbour: 1, wattle: 2 }, bob: { harbour: 9, wattle: 4 } },
    consents: [{ id: 'c1', subject: 'ada', rule: { except: [{ agencies: ['harbour'], categories }] } }],
    said: [
      {
        id: 's1',
        person: 'bob',
        fact: 'ROLE',
        by: 'wattle',
        body: { role: 'PERSON_USING_VIOLENCE', reason: 'Assessed' },
      },
    ],
  });
});
afterAll(async () => {
  if (wattle && wattle.exitCode === null && wattle.signalCode === null) {
    wattle.kill('SIGTERM');
    await once(wattle, 'exit');
  }
  await partnership?.close();
  await databases?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await says('{}');
  await hold(everything);
});

async function said(child: ChildProcess, what: RegExp): Promise<RegExpExecArray> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    const found = what.exec(text);
    if (found) return found;
  }
  throw new Error('It ended before it said so.');
}

const query =
  '{ client(id: "ada") { name { family } records { id agency { id } identity { name { family } } address { line } alerts { text } } alerts { totalCount complete } } }';
const ask = async (text = query, as: TestUser = 'mara', purpose = 'SERVICE_COORDINATION') => {
  const { body, status } = await partnership.ask({ as, purpose, query: text });
  expect(status).toBe(200);
  return { body, answer: JSON.parse(body) };
};
const missing = [{ agency: { id: 'wattle', name: 'Wattle' }, state: 'UNREACHABLE' }];

test('a category that is held back looks, byte for byte, like one that the agency does not have', async () => {
  const { body: whole } = await ask();
  expect(whole).toContain('2 Hidden Rd');
  expect(whole).toContain('Threats.');
  await says('never: { categories: [ADDRESS, FV_RISK] }');
  const { body: keptBack } = await ask();
  await says('{}');
  const { ALRT_STAT, ALRT_NO, ALRT_CRT, ALRT_ST, ALRT_DT, ALRT_LVL, ALRT_CMT, ...without } = ada;
  await hold({ TBL_PERS: [without, bob] });
  expect(keptBack).toBe((await ask()).body);
  expect(keptBack).not.toContain('sources');
});

test('a record that is never released looks, byte for byte, like one that is not on file', async () => {
  await says('never: { records: [2] }');
  const { body: keptBack } = await ask();
  await says('{}');
  await hold({ TBL_PERS: [bob], TBL_CTACT: [addressOf(4)] });
  expect(keptBack).toBe((await ask()).body);
});

test('off: the next answer says that a source is missing, never that there are no alerts; switched on, it is there again', async () => {
  const { body: before } = await ask();
  await says('off: Moving to the new server');
  const { body, answer } = await ask();
  expect(answer.extensions.sources).toEqual(missing);
  expect(answer.data.client.alerts).toEqual({ totalCount: 0, complete: false });
  expect(body).not.toMatch(/Threats|server|Hidden/);
  await says('{}');
  expect((await ask()).body).toBe(before);
});

test('a policy that is half written, or gone, counts as off', async () => {
  await says('off: true');
  const { body: off } = await ask();
  await writeFile(policy, 'never:\n  records: [2');
  expect((await ask()).body).toBe(off);
  await writeFile(policy, '');
  expect((await ask()).body).toBe(off);
  await unlink(policy);
  expect((await ask()).body).toBe(off);
});

test('aggregate only: for records a source is missing, but figures are given', async () => {
  await says('aggregateOnly: true');
  expect((await ask()).answer.extensions.sources).toEqual(missing);
  const figures = '{ agency(id: "wattle") { figures { people { suppressed } } } }';
  const { answer } = await ask(figures, 'priya', 'EVALUATION');
  expect(answer.data.agency.figures.people).toEqual({ suppressed: true });
  await says('figures: false');
  expect((await ask(figures, 'priya', 'EVALUATION')).answer.data.agency.figures).toBeNull();
});

test('consented only: what a law opens is held back, what the person opened is shown', async () => {
  const lawful = '{ client(id: "bob") { alerts { totalCount nodes { alert { text } } } } }';
  expect((await ask(lawful, 'mara', 'FV_PROTECTION')).body).toContain('Threats.');
  await says('consentedOnly: true');
  expect((await ask(lawful, 'mara', 'FV_PROTECTION')).body).not.toContain('Threats.');
  expect((await ask()).body).toContain('Threats.');
});

test('a category held back from one agency is shown to others', async () => {
  await says('never: { categories: [{ categories: [FV_RISK], agencies: [harbour] }] }');
  expect((await ask()).body).not.toContain('Threats.');
  expect((await ask(query, 'tess')).body).toContain('Threats.');
});

test('every disclosure is in the agency’s own record, even after the agency was killed', async () => {
  await says('{}');
  await ask();
  wattle.kill('SIGKILL');
  await once(wattle, 'exit');
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...[bin, 'log', 'who', '2', '--folder', join(folder, 'requests')],
  ]);
  expect(stdout).toMatch(
    /^\S+Z {2}mara \(PRACTITIONER\) of harbour, for SERVICE_COORDINATION: ADDRESS FV_RISK IDENTITY$/m,
  );
  expect(stdout).toContain('tess (PRACTITIONER) of wattle');
});
