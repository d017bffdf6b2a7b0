import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type HarbourProgram, startHarbour } from './harbourProgram.ts';
import { type PromptsHub, promptsHub } from './promptsHub.ts';

// Harbour's program as its staff run it, in a process that gets killed.

let hub: PromptsHub;
let program: HarbourProgram | undefined;
beforeAll(async () => {
  hub = await promptsHub({ on: false });
});
beforeEach(() => hub.begin());
afterEach(async () => {
  await program?.kill();
  program = undefined;
});
afterAll(() => hub?.stop());

const input = {
  code: 'FAMILY_VIOLENCE_EXPERIENCING',
  certainty: 'INDICATED',
  severity: 'MEDIUM',
  text: 'At the gate.',
};
const raise = `mutation ($orderId: ID, $input: AlertInput!, $dryRun: Boolean) {
  raiseAlert(record: "ada-1", input: $input, orderId: $orderId, dryRun: $dryRun) { outcome } }`;
const raiseAs = async (as: 'mara' | 'lena', more: object) =>
  (await hub.run(as, raise, { input, ...more })).raiseAlert.outcome;
const rows = () => hub.rows('SELECT id FROM client_alert');

const reads = () => ({ DATABASE_URL: hub.databases.harbourUrl });
const book = () => ({ ACCORD_OWN_BOOK: join(hub.server.folder, 'program', 'own-book.jsonl') });
const writes = () => ({ ACCORD_WRITES: 'alerts', ACCORD_WRITER_URL: hub.writerUrl });

async function start(settings: Readonly<Record<string, string>>): Promise<void> {
  program = await startHarbour({ ...reads(), ...settings });
  const row = (await hub.store.agencies.all()).find(({ id }) => id === 'harbour');
  if (row) await hub.store.agencies.upsert({ ...row, url: program.url });
}

test('an agency accepts no alerts unless it says so, and its workers are told', async () => {
  await start(book());
  for (const more of [{}, { dryRun: true }])
    await expect(raiseAs('lena', more)).rejects.toThrow('WRITES_OFF: Your agency does not accept alerts from here.');
  const answer = `mutation { answerPrompt(record: "ada-1", prompt: "p", answer: NOT_YET, reason: "r") { record { id } } }`;
  await expect(hub.run('mara', answer)).rejects.toThrow('FACT_UNKNOWN');
  expect(await rows()).toEqual([]);
});

test.each([
  ['a word that is none', { ACCORD_WRITES: 'yes' }, 'ACCORD_WRITES is "yes". Set it to "alerts", or unset it.'],
  ['no address to write by', { ACCORD_WRITES: 'alerts' }, 'Set ACCORD_WRITER_URL'],
  ['no book for what waits', 'NO_BOOK', 'Set ACCORD_OWN_BOOK to a file'],
  ['the address that reads', 'SAME', 'whose role can only read'],
])('incomplete settings are refused at the start: %s', async (_what, settings, sentence) => {
  const same = { ACCORD_WRITES: 'alerts', ACCORD_WRITER_URL: hub.databases.harbourUrl };
  const given = settings === 'NO_BOOK' ? writes() : settings === 'SAME' ? same : settings;
  await expect(startHarbour({ ...reads(), ...(given as Record<string, string>) })).rejects.toThrow(sentence);
});

test('killed at any moment between the write and the answer, the agency writes an order only once', async () => {
  await start({ ...book(), ...writes() });
  for (const ms of [0, 10, 40]) {
    const orderId = randomUUID();
    const before = (await rows()).length;
    const cut = raiseAs('lena', { orderId }).catch((error: Error) => error.message);
    await new Promise((resolve) => setTimeout(resolve, ms));
    await program?.kill();
    expect(await cut).toMatch(/^(WRITTEN|WRITE_UNCERTAIN)/);
    await start({ ...book(), ...writes() });
    expect(await raiseAs('lena', { orderId })).toBe('WRITTEN');
    expect(await rows()).toHaveLength(before + 1);
  }
});

test('killed as soon as the row is there, the agency finds a repeated approval already done', async () => {
  await start({ ...book(), ...writes() });
  const orderId = randomUUID();
  expect(await raiseAs('mara', { orderId })).toBe('WAITING');
  const approve = `mutation { approveAlert(order: "${orderId}") { outcome } }`;
  const cut = hub.run('lou', approve).catch((error: Error) => error.message);
  while ((await rows()).length === 0) await new Promise((resolve) => setImmediate(resolve));
  await program?.kill();
  await cut;
  await start({ ...book(), ...writes() });
  const giveBack = `mutation { returnAlert(order: "${orderId}", reason: "r") { outcome } }`;
  await expect(hub.run('lena', giveBack)).rejects.toThrow('It has already been decided');
  expect((await hub.run('lou', approve)).approveAlert.outcome).toBe('WRITTEN');
  expect(await rows()).toHaveLength(1);
});
