import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testProgram } from '@accord/cli/testProgram';
import { createKeys, type KeptKeys, readKeys } from '@accord/server/keys';
import { type TestPostgres, testPostgres } from '@accord/server/postgres/testPostgres';
import { someConsent, someInquiry, someTold, type TestStore, testStore } from '@accord/server/store/testStore';

// The program, as its user runs it, on a real database. "verify" is started anew in one test, and so are "list", "export" and
// "checkpoint" in those of what a shell does with them.

const program = fileURLToPath(new URL('../../bin/accord.js', import.meta.url));
const kept = testProgram();
let postgres: TestPostgres;
let t: TestStore;
let folder: string;
let keys: KeptKeys;
beforeAll(async () => {
  postgres = await testPostgres();
  keys = await createKeys();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-cli-'));
  await writeFile(join(folder, 'keys.json'), JSON.stringify(keys));
  t = await testStore(postgres);
  await t.store.consents.record(someConsent('c-ada', 'ada'));
  await append('harbour', 3);
});
afterEach(async () => {
  await t.close();
  await rm(folder, { recursive: true });
});
afterAll(async () => {
  kept.stop();
  await postgres?.stop();
});

const append = (agencyId: string, count: number) =>
  t.store.ledger.append({
    inquiry: someInquiry('r'),
    told: Array.from({ length: count }, () => ({ ...someTold('ada', ['c-ada']), agencyId })),
    epochs: new Map([['ada', 1]]),
  });

const around = () => ({
  ...{ ...process.env, NODE_OPTIONS: '', DATABASE_URL: t.url, ACCORD_KEYS_FILE: join(folder, 'keys.json') },
});

/** What it printed, and its exit code. */
async function accord(...words: readonly string[]): Promise<Readonly<{ code: unknown; said: string }>> {
  const { code, stdout, stderr } = await kept.run(['ledger', ...words], { env: around(), cwd: folder });
  return { code, said: `${stdout}${stderr}`.trim() };
}

const asOwner = (sql: string) =>
  t.sql(`ALTER TABLE ledger_entry DISABLE TRIGGER ALL; ALTER TABLE ledger_head DISABLE TRIGGER ALL;
    ALTER TABLE ledger_checkpoint DISABLE TRIGGER ALL; ${sql}`);

test('a kept checkpoint shows that the ledger was cut, even where the hub keeps none any more', async () => {
  expect(await accord('checkpoint', '--out', 'kept.txt')).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^Checkpoint added to kept.txt: 3 /),
  });
  expect(await accord('verify', '--checkpoint', 'kept.txt')).toEqual({
    code: 0,
    said: 'Intact: 3 entries, each chained to the one before; 1 checkpoint matches.',
  });
  await asOwner(`DELETE FROM ledger_checkpoint; DELETE FROM ledger_entry WHERE seq = 3;
    UPDATE ledger_head SET seq = 2, hash = (SELECT hash FROM ledger_entry WHERE seq = 2)`);
  expect(await accord('verify')).toMatchObject({ code: 0, said: expect.stringMatching(/^Intact: 2 entries/) });
  expect(await accord('verify', '--checkpoint', 'kept.txt')).toEqual({
    code: 1,
    said: expect.stringMatching(
      /^Broken: truncated: the checkpoint of .* covers 3 entries, but the ledger ends at 2\.$/,
    ),
  });
});

test("a checkpoint in the hub's database that its key did not sign is found", async () => {
  await accord('checkpoint');
  await asOwner(`UPDATE ledger_checkpoint SET at = at + interval '1 day'`);
  expect((await accord('verify')).said).toMatch(
    /^Broken: the hub's own checkpoint of .* differs from what was signed\.$/,
  );
  await asOwner(`UPDATE ledger_checkpoint SET jws = 'no signature'`);
  expect((await accord('verify')).said).toMatch(
    /^Broken: the hub's own checkpoint of .* is not signed with its key\.$/,
  );
});

test('what a key signed that was replaced still counts, where its public half is kept', async () => {
  await accord('checkpoint');
  const keysFile = join(folder, 'keys.json');
  const [fresh, { publicJwk }] = [await createKeys(), await readKeys(keys)];
  try {
    await writeFile(keysFile, JSON.stringify(fresh));
    expect((await accord('verify')).said).toMatch(
      /^Broken: the hub's own checkpoint of .* is not signed with its key\.$/,
    );
    await writeFile(keysFile, JSON.stringify({ ...fresh, former: [publicJwk] }));
    expect((await accord('verify')).said).toBe(
      'Intact: 3 entries, each chained to the one before; 1 checkpoint matches.',
    );
  } finally {
    await writeFile(keysFile, JSON.stringify(keys));
  }
});

test('every place is said, and the exit code is 1', async () => {
  await asOwner(`UPDATE ledger_entry SET requester = 'x' WHERE seq = 2; DELETE FROM ledger_entry WHERE seq = 1`);
  expect(await shell('$A verify')).toEqual({
    code: 1,
    said: 'Broken in 2 places:\n- entry 1 is missing\n- entry 2 was changed after it was written',
  });
});

test('whose signature to trust may be said; a checkpoint of another key is refused', async () => {
  await accord('checkpoint', '--out', 'kept.txt');
  const { publicJwk } = await readKeys(keys);
  await writeFile(join(folder, 'hub.jwk'), JSON.stringify({ keys: [publicJwk] }));
  await writeFile(join(folder, 'other.jwk'), JSON.stringify((await readKeys(await createKeys())).publicJwk));
  expect((await accord('verify', '--checkpoint', 'kept.txt', '--key', 'hub.jwk')).code).toBe(0);
  expect(await accord('verify', '--checkpoint', 'kept.txt', '--key', 'other.jwk')).toEqual({
    code: 1,
    said: 'Wrong signature: checkpoint 1 in kept.txt was not signed with this key.',
  });
  expect((await accord('verify', '--checkpoint', 'hub.jwk')).said).toMatch(/^There is no checkpoint in hub\.jwk\. /);
  expect((await accord('verify', '--checkpoint', 'kept.txt', '--key', 'kept.txt')).said).toMatch(/no public key/);
});

test('a whole export is verified by itself and against a checkpoint, and tells what was done to it', async () => {
  await append('wattle', 2);
  await accord('checkpoint', '--out', 'kept.txt');
  expect(await accord('export', '--out', 'all.jsonl')).toEqual({ code: 0, said: '' });
  const verify = () => accord('verify', '--file', 'all.jsonl', '--checkpoint', 'kept.txt');
  expect(await verify()).toEqual({
    code: 0,
    said: 'Intact: 5 entries, each chained to the one before; 1 checkpoint matches.',
  });
  const file = join(folder, 'all.jsonl');
  const lines = (await readFile(file, 'utf8')).split('\n');
  await writeFile(file, lines.map((line, n) => (n === 1 ? line.replace('mei', 'mel') : line)).join('\n'));
  expect((await verify()).said).toMatch(/- entry 2 was changed after it was written\n- the file is not the one/);
  await writeFile(file, lines.filter((_, n) => n !== 2).join('\n'));
  expect((await verify()).said).toMatch(/- entry 3 is missing\n- the file has 4 entries, but its manifest says 5/);
  await writeFile(file, `${lines.slice(0, 4).join('\n')}\n`);
  expect(await verify()).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^This export does not end with a manifest/),
  });
  await writeFile(file, `{"seq":"1"}\n${lines.at(-2)}\n`);
  expect(await verify()).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^Line 1 of this export is not a ledger entry/),
  });
});

test("an export of one agency's entries is verified entry by entry", async () => {
  await append('wattle', 2);
  await append('harbour', 1);
  await accord('export', '--agency', 'wattle', '--out', 'some.jsonl');
  expect((await accord('verify', '--file', 'some.jsonl')).said).toMatch(
    /^Intact: 2 entries, each as it was written\. /,
  );
  const file = join(folder, 'some.jsonl');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"seq":5', '"seq":6'));
  expect((await accord('verify', '--file', 'some.jsonl')).code).toBe(1);
});

test('days, clients and formats choose what is exported', async () => {
  const rows = async (...words: readonly string[]) => (await accord('export', ...words)).said.split('\n').length - 1;
  // They were disclosed at 12:00 on 22 November in Melbourne.
  expect(await rows('--from', '2026-11-22', '--to', '2026-11-22')).toBe(3);
  expect(await rows('--from', '2026-11-23')).toBe(0);
  expect(await rows('--to', '2026-11-22T01:00:00Z')).toBe(0);
  expect(await rows('--client', 'bea')).toBe(0);
  expect((await accord('export', '--from', 'yesterday')).said).toMatch(/^--from is "yesterday"/);
  expect((await accord('export', '--format', 'xml')).said).toBe('--format is "xml". Use jsonl or csv.');
});

test('CSV has the same entries under their names, and a digest in its last line', async () => {
  await accord('export', '--format', 'csv', '--out', 'all.csv');
  expect((await accord('export', '--format', 'csv', '--out', 'all.csv')).said).toMatch(/^all.csv already exists/);
  const text = await readFile(join(folder, 'all.csv'), 'utf8');
  const lines = text.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^seq,at,requestId,requester,/);
  expect(lines[1]).toMatch(/^1,"2026-11-22T01:00:00.123Z","r","mei",/);
  expect(lines[1]).toContain('"HOUSING SERVICE_USE"');
  const { manifest } = JSON.parse(lines.at(-1)?.slice(2) ?? '');
  expect(manifest).toMatchObject({ entries: 3, whole: true });
  expect(manifest.sha256).toBe(
    createHash('sha256')
      .update(text.slice(0, text.indexOf('# ')))
      .digest('hex'),
  );
});

test('a sign-in name never reaches a spreadsheet as a formula', async () => {
  const names = ['=1+1', ' =1+1', '\u00a0@x', '\u200b+1', '|x', '＝1', 'mei'];
  for (const requester of names)
    await t.store.ledger.append({
      ...{
        inquiry: { ...someInquiry('r'), requester },
        told: [someTold('ada', ['c-ada'])],
        epochs: new Map([['ada', 1]]),
      },
    });
  const cells = (await accord('export', '--format', 'csv')).said.match(/(?<=^\d+,"[^"]*","r",)"[^"]*"/gm);
  expect(cells?.slice(3)).toEqual(names.map((name) => (name === 'mei' ? '"mei"' : `"'${name}"`)));
});

test('an export longer than a page has every entry once', async () => {
  await append('wattle', 2_500);
  await accord('export', '--out', 'all.jsonl');
  expect((await accord('verify', '--file', 'all.jsonl')).said).toMatch(/^Intact: 2503 entries/);
});

/** The result of a shell command line in which `$A` is the program. */
function shell(line: string): Promise<Readonly<{ code: unknown; said: string }>> {
  const env = { ...around(), A: `${process.execPath} ${program} ledger` };
  return new Promise((resolve) => {
    execFile('bash', ['-c', `set -o pipefail; ${line}`], { env, cwd: folder }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, said: `${stdout}${stderr}`.trim() }),
    );
  });
}

test.each(['list', 'export'])('whoever reads what "%s" prints may stop reading', async (command) => {
  await append('wattle', 500);
  expect(await shell(`$A ${command} | true`)).toEqual({ code: 0, said: '' });
});

test.each([
  ['$A list > /dev/full', /^Standard output cannot be written: the disk is full\.$/],
  ['$A export > /dev/full', /^Standard output cannot be written: the disk is full\.$/],
  ['export --out none/all.jsonl', /^none\/all\.jsonl cannot be written: the folder does not exist\.$/],
  ['export --out keys.json/all.jsonl', /cannot be written: part of its path is a file, not a folder\.$/],
  ['$A checkpoint --out .', /^\. cannot be written: it is a folder\.$/],
])('%s: that nothing can be written is not called a fault of the database', async (line, sentence) => {
  const said = line.startsWith('$A') ? await shell(line) : await accord(...line.split(' '));
  expect(said).toEqual({ code: 1, said: expect.stringMatching(sentence) });
});

test('an export that cannot be written to its end leaves no file', async () => {
  await append('wattle', 500);
  expect(await shell(`trap '' XFSZ; ulimit -f 16; $A export --out part.jsonl`)).toEqual({
    code: 1,
    said: 'part.jsonl cannot be written: it would be larger than the file system allows.',
  });
  expect(existsSync(join(folder, 'part.jsonl'))).toBe(false);
});

test('no entries are no line of JSON', async () => {
  expect(await accord('list', '--client', 'nobody', '--json')).toEqual({ code: 0, said: '' });
  expect((await accord('list', '--client', 'nobody')).said).toBe('Nothing has been disclosed yet.');
});

const someHarbour = () =>
  t.store.agencies.upsert({
    ...{ id: 'harbour', name: 'Harbour', kind: 'TEST', entity: [], url: 'http://127.0.0.1:9', publicKey: null },
    ...{ contractVersion: '1.0', modules: [], state: 'ACTIVE', joinedAt: new Date() },
  });

test.each([
  {
    database: 'that cannot be reached',
    url: async () => 'postgresql://accord:hush@127.0.0.1:1/accord',
    sentence: /^The hub's database 127\.0\.0\.1:1\/accord cannot be reached \(\w+\)\. Start it, or set DATABASE_URL\.$/,
  },
  {
    database: 'without a hub’s tables',
    url: () => postgres.emptyDatabase(),
    sentence: /^The hub's database \S+ does not have this version's tables\. Set DATABASE_URL .*$/,
  },
  {
    database: 'whose disk is full',
    url: async () => {
      await someHarbour();
      await t.sql(`CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
        CREATE TRIGGER disk_full BEFORE UPDATE ON agency FOR EACH ROW WHEN (NEW.state = 'SUSPENDED') EXECUTE FUNCTION disk_full()`);
      return t.url;
    },
    sentence: /^The hub's database \S+ is on a full disk, so nothing was changed\. Free some space, then try again\.$/,
  },
  {
    database: 'that can only be read',
    url: async () => {
      await someHarbour();
      await t.sql(`ALTER DATABASE ${new URL(t.url).pathname.slice(1)} SET default_transaction_read_only = on`);
      return t.url;
    },
    sentence: /^The hub's database \S+ is read-only, so nothing was changed\. Set DATABASE_URL .*$/,
  },
])('a database $database is said in one sentence, without its password', async ({ url, sentence }) => {
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: await url() };
  const { code, stdout, stderr } = await kept.run(['agency', 'suspend', 'harbour'], { env, cwd: folder });
  const said = `${stdout}${stderr}`.trim();
  expect([code, said]).toEqual([1, expect.stringMatching(sentence)]);
});
