import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingKey } from '@accord/contract/permit';
import type { FastifyInstance } from 'fastify';
import type { CryptoKey } from 'jose';
import { pino } from 'pino';
import { brokenAgency } from '../../tests/brokenAgency.ts';
import { admits, brokenRules } from '../../tests/brokenRules.ts';
import { inventedAgency, keyPair, linkageSecret } from '../../tests/inventedAgency.ts';
import { overConnection } from '../../tests/overConnection.ts';
import { InputFault } from '../command/InputFault.ts';
import { table } from '../mapping/table.ts';
import { usualAgencyLimits } from '../serve/AgencyLimits.ts';
import { createAgency } from '../serve/createAgency.ts';
import { allChecks } from './allChecks.ts';
import { makeDoctorKey, readDoctorKey } from './doctorKey.ts';
import { type Examination, examine } from './examine.ts';
import { writeReport } from './writeReport.ts';

const silent = pino({ level: 'silent' });
let doctor: Awaited<ReturnType<typeof keyPair>>;
let good: FastifyInstance;
let url: URL;
let publicKey: CryptoKey;

const parts = () => ({
  ...{ hubKey: doctor.jwk, linkageSecret, clock: () => new Date(), log: silent, arrivalMs: 300 },
});

beforeAll(async () => {
  doctor = await keyPair();
  publicKey = await signingKey(doctor.jwk);
  good = await createAgency(inventedAgency().mapping, parts());
  url = new URL(await good.listen({ port: 0, host: '127.0.0.1' }));
});
afterAll(() => good.close());

const examined = (options: Partial<Examination> = {}) =>
  examine({ url, key: doctor.key, publicJwk: doctor.jwk, patienceMs: 5_000, deadlineMs: 20_000, ...options });

/** Compares times: on a busy machine it may be reported for any agency, so it counts only for the one that is built to break it. */
const goesByTime = 'batching.growth';

/** Every rule that is not reported to hold. */
const amiss = (report: Awaited<ReturnType<typeof examined>>, broken?: string): readonly string[] =>
  report.rules
    .filter(({ id, state }) => state !== 'HOLDS' && state !== 'SKIPPED' && (id !== goesByTime || broken === id))
    .map(({ id }) => id);

test('an agency served by the kit keeps every rule', async () => {
  const report = await examined();
  expect(amiss(report)).toEqual([]);
  expect(report.rules.filter(({ state }) => state === 'SKIPPED').map(({ id }) => id)).toEqual(['errors.database']);
  expect(report.rules.map(({ id }) => id)).toEqual(allChecks.map(({ id }) => id));
  expect(report.records).toEqual({ known: 59, from: 'TRIED' });
});

test('an agency over a connection it dialled keeps every rule too', async () => {
  const agency = await createAgency(inventedAgency().mapping, parts());
  const line = await overConnection(agency);
  const report = await examined({ url: new URL(line.url) }).finally(async () => {
    await line.close();
    await agency.close();
  });
  expect(amiss(report)).toEqual([]);
  expect(report.rules.filter(({ state }) => state === 'SKIPPED').map(({ id }) => id)).toEqual(['errors.database']);
});

test('for every rule that can be observed from outside there is an agency that breaks it', () => {
  const seen = allChecks.map(({ id }) => id).filter((id) => id !== 'errors.database');
  expect(Object.keys(brokenRules).sort()).toEqual([...seen].sort());
});

test.each(Object.entries(brokenRules).map(([id, [what, fault, options]]) => [what, id, { fault, options }] as const))(
  'an agency that %s breaks %s, and the report names that and nothing else',
  async (_what, id, { fault, options }) => {
    const agency = await brokenAgency(url.origin, fault, { key: doctor.key, publicKey, agency: 'harbour' });
    try {
      const host = id === 'contract.encrypted' ? '0.0.0.0' : '127.0.0.1';
      const [theme = ''] = id.split('.');
      const report = await examined({
        ...{ url: new URL(`http://${host}:${agency.port}`), records: ['1', '2', '3'], only: [theme], ...options },
      });
      expect(amiss(report, id)).toEqual([id]);
      expect(report.rules.find((rule) => rule.id === id)?.mend).toEqual(expect.any(String));
    } finally {
      await agency.close();
    }
  },
);

test('an agency that does not accept the doctor’s key is told how to start a rehearsal that does', async () => {
  const { key, jwk } = await keyPair();
  const asked = examined({ key, publicJwk: jwk });
  await expect(asked).rejects.toThrow(InputFault);
  await expect(asked).rejects.toThrow(`ACCORD_HUB_KEY='${JSON.stringify(jwk)}'`);
});

test.each([
  ['where nobody answers', { url: new URL('http://127.0.0.1:9') }, 'No agency answers'],
  ['under another name than it has', { agency: 'wattle' }, 'short name'],
  ['by a rule there is not', { only: ['guard.unheard'] }, 'There is no rule "guard.unheard"'],
  ['of records it does not have', { records: ['7777'] }, 'on file'],
] as const)('an agency is not examined %s', async (_what, options, said) => {
  const asked = examined(options);
  await expect(asked).rejects.toThrow(InputFault);
  await expect(asked).rejects.toThrow(said);
});

test('an agency with nobody on file is examined all the same, and checks that need a record are skipped by name', async () => {
  const { mapping } = inventedAgency();
  const nobody = table({ rows: async (): Promise<readonly { id: number }[]> => [], of: ({ id }) => id });
  const empty = await createAgency({ ...mapping, records: nobody }, parts());
  try {
    const at = new URL(await empty.listen({ port: 0, host: '127.0.0.1' }));
    const report = await examined({ url: at, only: ['guard', 'release'] });
    expect(amiss(report)).toEqual([]);
    expect(report.rules.find(({ id }) => id === 'release.category')).toMatchObject({
      state: 'SKIPPED',
      found: expect.stringContaining('--records'),
    });
    expect(report.rules.find(({ id }) => id === 'guard.expired')?.state).toBe('HOLDS');
  } finally {
    await empty.close();
  }
});

test('an agency that asks for patience is asked again later, and keeps every rule', async () => {
  const limits = { ...usualAgencyLimits, requestsAtOnce: 1, requestsWaiting: 2 };
  const busy = await createAgency(inventedAgency().mapping, { ...parts(), limits });
  try {
    const at = new URL(await busy.listen({ port: 0, host: '127.0.0.1' }));
    const report = await examined({ url: at, only: ['limits', 'values'], records: ['1', '2'] });
    expect(amiss(report)).toEqual([]);
  } finally {
    await busy.close();
  }
});

test('the report can be read without colours, ends with what to mend, and holds no value of any record', async () => {
  const agency = await brokenAgency(url.origin, admits('FOREIGN'), { key: doctor.key, publicKey, agency: 'harbour' });
  try {
    const at = new URL(`http://127.0.0.1:${agency.port}`);
    const report = await examined({ url: at, records: ['1', '2'], only: ['guard', 'errors.database'] });
    const text = writeReport(report, { colour: false });
    expect(text).not.toContain('\u001b');
    expect(text).toContain('BROKEN   A permit for another agency is refused  (guard.foreign)');
    expect(text).toMatch(/asked: .+\n\s+found: .+\n\s+to do: Check `aud`/);
    expect(text.split('\n').at(-1)).toBe('17 of 18 rules hold; 1 to fix; 2 skipped');
    expect(`${text}${JSON.stringify(report)}`).not.toMatch(/Ada|Moss|0491|Example Street/);
  } finally {
    await agency.close();
  }
});

test('a key is created once, readable by its owner only, and can be read again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'accord-doctor-'));
  const file = join(folder, 'doctor-key.json');
  try {
    const publicJwk = await makeDoctorKey(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readDoctorKey(file)).publicJwk).toEqual(publicJwk);
    expect(publicJwk).not.toHaveProperty('d');
    await expect(makeDoctorKey(file)).rejects.toThrow('already exists');
    await expect(readDoctorKey(join(folder, 'none.json'))).rejects.toThrow('--make-key');
  } finally {
    await rm(folder, { recursive: true });
  }
});
