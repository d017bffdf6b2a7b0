import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readSeal } from '@accord/contract/permit';
import { type Announcement, announcementDigest } from '@accord/linkage/Announcement';
import { defaultSchema } from '@accord/linkage/defaultSchema';
import { schemaHash } from '@accord/linkage/schemaHash';
import { exportJWK, generateKeyPair } from 'jose';
import { inventedAgency, linkageSecret } from '../../tests/inventedAgency.ts';
import type { LinkageRow } from '../mapping/Mapping.ts';
import { keptFromLinkage } from '../policy/keptFromLinkage.ts';
import { noPolicy, type Policy } from '../policy/Policy.ts';
import { syncAgency } from './syncAgency.ts';

// The program's side alone, against a hub that answers as the test says; for a real hub see tests/linkage/sync.test.ts.

type Sent = Readonly<{ authorization: string; body: string; url: string | undefined }>;

const state = {
  ...{ schemaHash: schemaHash(defaultSchema), keyEpochs: { current: 1, next: null } },
  ...{ participation: 'ALL', cursor: null, digests: [], more: false },
};

/** The answer of something that is not a hub, whatever it is asked. */
type Elsewhere = Readonly<{ status: number; body: string }>;

/** A hub that has no records and keeps what it is sent. */
async function withHub<Result>(
  work: (url: string, batches: Sent[]) => Promise<Result>,
  { status = 204, says = {}, elsewhere }: Readonly<{ status?: number; says?: object; elsewhere?: Elsewhere }> = {},
): Promise<Result> {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (elsewhere) {
      response.statusCode = elsewhere.status;
      response.end(elsewhere.body);
      return;
    }
    if (request.url === '/linkage/state') {
      response.end(JSON.stringify({ ...state, ...says }));
      return;
    }
    const body = Buffer.concat(chunks).toString('utf8');
    sent.push({ authorization: request.headers.authorization ?? '', body, url: request.url });
    response.statusCode = status;
    response.end(status === 204 ? undefined : '{"errors":[{"message":"The batch is of key epoch 1."}]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await work(`http://127.0.0.1:${port}`, sent);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function settingsFor(hubUrl: string) {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { publicKey, settings: { hubUrl, agencyKey: await exportJWK(privateKey), linkageSecret, keyEpoch: 1 } };
}

const row = (number: number): LinkageRow => ({
  ...{ number, given: 'Ada', family: 'Moss', dateOfBirth: '1980-02-03', sex: 'FEMALE' },
  ...{ dobAccuracy: 'EXACT', worker: null, open: true },
});
const agencyOf = (rows: readonly LinkageRow[]) => ({
  ...inventedAgency().mapping,
  linkage: {
    count: async () => rows.length,
    page: async (after: string | null, size: number) =>
      rows.filter(({ number }) => Number(number) > Number(after ?? 0)).slice(0, size),
  },
});

test('records are announced encoded and sealed, without name or date of birth', async () => {
  await withHub(async (url, sent) => {
    const { settings, publicKey } = await settingsFor(url);
    expect(await syncAgency(inventedAgency().mapping, settings)).toEqual({ looked: 60, announced: 60, removed: 0 });
    // One batch, and the message that the sync is complete.
    expect(sent).toHaveLength(2);
    const [{ authorization, body, url: path }] = sent as [Sent, Sent];
    expect(path).toBe('/linkage/batches');
    const against = { agency: 'harbour', body, key: publicKey, now: new Date() };
    await expect(readSeal(authorization.replace('Bearer ', ''), against)).resolves.toBeUndefined();
    expect(body).not.toMatch(/Ada|Moss|1980|FEMALE/);
    const batch = JSON.parse(body);
    expect(batch).toMatchObject({ agency: 'harbour', schemaHash: state.schemaHash, keyEpoch: 1, removed: [] });
    // Without a date of birth there is no linkage key, only a filter of what is known.
    expect(batch.records[0]).toEqual({
      ...{ number: '1', slk: null, dobAccuracy: 'EXACT', worker: 'bfinch', open: true },
      ...{ clk: expect.stringMatching(/^[\w-]{171}$/), aliases: [], parts: 1 + 2 + 32, sexCode: '2' },
    });
    expect(batch.records[1].slk).toMatch(/^[\w-]{43}$/);
  });
});

test.each([
  [0, []],
  [500, [500]],
  [501, [500, 1]],
])('%i records go in batches of at most 500, and progress is reported', async (count, sizes) => {
  await withHub(async (url, sent) => {
    const { settings } = await settingsFor(url);
    const rows = Array.from({ length: count }, (_, index) => row(index + 1));
    const seen: (readonly [number, number | null])[] = [];
    const progress = (looked: number, of: number | null) => seen.push([looked, of]);
    expect(await syncAgency(agencyOf(rows), settings, { progress })).toMatchObject({ looked: count, announced: count });
    const batches = sent.map(({ body }) => JSON.parse(body));
    expect(batches.pop()).toMatchObject({ records: [], removed: [], done: true });
    expect(batches.map(({ records }) => records.length)).toEqual(sizes);
    expect(seen.at(-1)).toEqual([count, count]);
  });
});

test('nothing is sent to a hub that encodes differently', async () => {
  await withHub(
    async (url, sent) => {
      const { settings } = await settingsFor(url);
      await expect(syncAgency(agencyOf([row(1)]), settings)).rejects.toThrow('The hub encodes with the schema another');
      expect(sent).toEqual([]);
    },
    { says: { schemaHash: 'another' } },
  );
});

test('when the hub refuses a batch, the sync ends with its reason', async () => {
  await withHub(
    async (url) => {
      const { settings } = await settingsFor(url);
      await expect(syncAgency(inventedAgency().mapping, settings)).rejects.toThrow(
        /status 400: The batch is of key epoch 1/,
      );
    },
    { status: 400 },
  );
});

test('where no hub answers, the sync says which setting to change', async () => {
  const { settings } = await settingsFor('http://127.0.0.1:1');
  await expect(syncAgency(inventedAgency().mapping, settings)).rejects.toThrow(/ACCORD_HUB_URL/);
});

test.each<readonly [string, Elsewhere]>([
  ['has nothing there', { status: 404, body: '{"errors":[{"message":"There is nothing here."}]}' }],
  ['takes nothing there', { status: 405, body: '' }],
  ['leads elsewhere', { status: 301, body: '' }],
  ['shows a page', { status: 200, body: '<html>Welcome</html>' }],
])('if the answer is not a hub’s (it %s), the sync asks whether the setting is right', async (_what, elsewhere) => {
  await withHub(
    async (url) => {
      const { settings } = await settingsFor(url);
      await expect(syncAgency(agencyOf([row(1)]), settings)).rejects.toThrow(
        `What answers at ${url} does not accept announcements from agencies (status ${elsewhere.status}). Check that ACCORD_HUB_URL is the hub's address.`,
      );
    },
    { elsewhere },
  );
});

test('a hub’s reason for refusing is logged as one line without control characters', async () => {
  const message = `Too\u001b[2J\nmany\u202e.${'x'.repeat(2_000)}`;
  await withHub(
    async (url) => {
      const { settings } = await settingsFor(url);
      await expect(syncAgency(agencyOf([row(1)]), settings)).rejects.toThrow(
        /refused with status 429: Too \[2J many \.x{900,990}$/,
      );
    },
    { elsewhere: { status: 429, body: JSON.stringify({ errors: [{ message }] }) } },
  );
});

test('a hub that says its list goes on but sends nothing new ends the sync, which would otherwise never end', async () => {
  for (const digests of [[], [{ number: '1', digest: null }]])
    await withHub(
      async (url) => {
        const { settings } = await settingsFor(url);
        await expect(syncAgency(agencyOf([row(1)]), settings)).rejects.toThrow(
          /does not accept announcements from agencies/,
        );
      },
      { says: { digests, more: true } },
    );
});

test('a refusal before the first batch is not reported as that of a batch', async () => {
  await withHub(
    async (url) => {
      const { settings } = await settingsFor(url);
      await expect(syncAgency(agencyOf([row(1)]), settings)).rejects.toThrow(
        `The hub at ${url}/linkage/state refused with status 429: Too many requests.`,
      );
    },
    { elsewhere: { status: 429, body: '{"errors":[{"message":"Too many requests."}]}' } },
  );
});

test.each<readonly [string, object, string]>([
  ['number', { number: undefined }, 'is not a value by which a record is found. Give each record its own.'],
  ['number', { number: '' }, 'is not a value by which a record is found. Give each record its own.'],
  ['dateOfBirth', { dateOfBirth: '3/2/1980' }, 'is not a date written YYYY-MM-DD. Write it so, or give null.'],
  ['dateOfBirth', { dateOfBirth: '1980-02-30' }, 'is not a date written YYYY-MM-DD. Write it so, or give null.'],
  [
    'sex',
    { sex: 'F' },
    'is not one of MALE, FEMALE, ANOTHER_TERM, NOT_STATED. Turn it into one of them, or give null.',
  ],
  ['dobAccuracy', { dobAccuracy: null }, 'is not one of EXACT, ESTIMATED, UNKNOWN. Turn it into one of them.'],
  ['worker', { worker: 7 }, 'is not a sign-in name. Give the worker’s, or null.'],
  ['open', { open: 'Y' }, 'is neither true nor false. Give one of them.'],
])(
  'where the mapping gives an invalid %s (%o), nothing is announced, and the field is named',
  async (field, wrong, said) => {
    await withHub(async (url, sent) => {
      const { settings } = await settingsFor(url);
      const rows = [row(1), { ...row(2), ...wrong } as LinkageRow];
      const sentence = `"${field}" of 1 of 2 records in linkage ${said} None of these records was announced.`;
      const mapping = agencyOf(rows);
      const linkage = { page: async (after: string | null) => (after === null ? rows : []) };
      await expect(syncAgency({ ...mapping, linkage }, settings)).rejects.toThrow(sentence);
      const changes = async () => ({ rows, removed: [], cursor: 'c' });
      await expect(syncAgency({ ...mapping, linkage: { ...linkage, changes } }, settings)).rejects.toThrow(sentence);
      expect(sent).toEqual([]);
    });
  },
);

test('parts of a date of birth may be known, and none where the database has zeros', async () => {
  await withHub(async (url) => {
    const { settings } = await settingsFor(url);
    const rows = ['1980', '1980-02', '1980-02-00', '0000-00-00', null].map((dateOfBirth, place) => ({
      ...{ ...row(place + 1), dateOfBirth },
    }));
    expect(await syncAgency(agencyOf(rows), settings)).toMatchObject({ announced: 5 });
  });
});

test('a page that does not begin after the number it was given ends the sync, which would otherwise never end', async () => {
  await withHub(async (url) => {
    const { settings } = await settingsFor(url);
    const mapping = { ...agencyOf([]), linkage: { page: async () => [row(1), row(2)] } };
    await expect(syncAgency(mapping, settings)).rejects.toThrow(
      'Have each page begin after the number it is given, in a stable order.',
    );
  });
});

const policyOf = (never: Partial<Policy['never']>, more: Partial<Policy> = {}): Policy => ({
  ...{ ...noPolicy, ...more },
  never: { ...noPolicy.never, ...never },
});
const announcedBefore = { digests: ['1', '2', '3'].map((number) => ({ number, digest: 'other' })) };

test.each<readonly [string, Policy, readonly string[], readonly string[]]>([
  ['a record that is never released', policyOf({ records: new Set(['2']) }), ['1', '3'], ['2']],
  ['where figures only are told, every record', policyOf({}, { aggregateOnly: true }), [], ['1', '2', '3']],
  // All have been involved since 2026-01-05.
  ['a record of another time', policyOf({ after: '2026-01-04' }), [], ['1', '2', '3']],
  ['and no record of this time', policyOf({ before: '2020-01-01', after: '2026-01-05' }), ['1', '2', '3'], []],
  ['and no record of which kinds are kept back', policyOf({}, { consentedOnly: true }), ['1', '2', '3'], []],
])('%s is not announced, and is withdrawn if it was', async (_what, policy, announced, removed) => {
  await withHub(
    async (url, sent) => {
      const { settings } = await settingsFor(url);
      const mapping = agencyOf([row(1), row(2), row(3)]);
      await syncAgency(mapping, settings, { keptBack: keptFromLinkage(mapping, policy) });
      const batches = sent.map(({ body }) => JSON.parse(body));
      expect(batches.flatMap(({ records }) => records.map(({ number }: { number: string }) => number))).toEqual(
        announced,
      );
      expect(batches.flatMap((batch) => batch.removed)).toEqual(removed);
    },
    { says: announcedBefore },
  );
});

test('a change log does not hide a record that the policy has begun to withhold', async () => {
  await withHub(
    async (url, sent) => {
      const { settings } = await settingsFor(url);
      const mapping = agencyOf([row(1), row(2)]);
      const changes = async () => ({ rows: [], removed: [], cursor: 'c' });
      const withChanges = { ...mapping, linkage: { ...mapping.linkage, changes } };
      await syncAgency(withChanges, settings, {
        keptBack: keptFromLinkage(mapping, policyOf({ records: new Set(['2']) })),
      });
      expect(sent.flatMap(({ body }) => JSON.parse(body).removed)).toContain('2');
    },
    { says: announcedBefore },
  );
});

test('where one page of changes has a record as both present and gone, the records decide', async () => {
  await withHub(async (url, sent) => {
    const { settings } = await settingsFor(url);
    const { records, ...mapping } = agencyOf([]);
    // Deleted and restored; written and deleted.
    const changes = async (cursor: string | null) =>
      cursor === null
        ? { rows: [row(1), row(2), row(3)], removed: [1, '2', 4], cursor: 'c' }
        : { rows: [], removed: [], cursor };
    const onFile = { rowsOf: async (number: string) => (number === '1' ? [{}] : []) };
    const listed = { ...mapping, records: onFile, linkage: { ...mapping.linkage, changes } };
    expect(await syncAgency(listed, settings)).toMatchObject({ announced: 2, removed: 2 });
    const batches = sent.map(({ body }) => JSON.parse(body));
    expect(batches.flatMap((batch) => batch.records.map(({ number }: { number: string }) => number))).toEqual([
      '1',
      '3',
    ]);
    expect(removedIn(sent)).toEqual(['2', '4']);
  });
});

test('a change log that never gets past a full page ends the sync, which is not reported as complete', async () => {
  await withHub(async (url, sent) => {
    const { settings } = await settingsFor(url);
    const at = '2026-01-05T08:00:00Z';
    // All were imported at one moment, and the log is read from that moment on.
    const imported = Array.from({ length: 700 }, (_, index) => row(index + 1));
    const changes = async (_cursor: string | null, size: number) => ({
      ...{ rows: imported.slice(0, size), removed: [], cursor: at },
    });
    const { linkage, ...mapping } = agencyOf([]);
    await expect(syncAgency({ ...mapping, linkage: { ...linkage, changes } }, settings)).rejects.toThrow(
      'A full page of linkage "changes" ends at the place where it began, so the changes after it would never be read.',
    );
    expect(sent.some(({ body }) => JSON.parse(body).done)).toBe(false);
  });
});

const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${index + 1}`);
const hubHas = (count: number) => ({ digests: numbers(count).map((number) => ({ number, digest: 'other' })) });
const removedIn = (sent: readonly Sent[]) => sent.flatMap(({ body }) => JSON.parse(body).removed);

test('where linkage gives a record twice, the first row counts, so that it is not announced again each time, and a warning says so', async () => {
  const warned: string[] = [];
  const rows = [row(1), { ...row(1), family: 'Reed' }, row(2)];
  const synced = (digests: readonly object[]) =>
    withHub(
      async (url, sent) => {
        const { settings } = await settingsFor(url);
        const outcome = await syncAgency(agencyOf(rows), settings, { warn: (sentence) => warned.push(sentence) });
        return { outcome, records: sent.flatMap(({ body }) => JSON.parse(body).records as Announcement[]) };
      },
      { says: { digests } },
    );
  const first = await synced([]);
  expect(first.outcome).toEqual({ looked: 2, announced: 2, removed: 0 });
  const held = first.records.map((told) => ({
    ...{ number: told.number, digest: announcementDigest(told, { schemaHash: state.schemaHash, keyEpoch: 1 }) },
  }));
  expect((await synced(held)).outcome).toEqual({ looked: 2, announced: 0, removed: 0 });
  const sentence =
    'Linkage gives 1 record more than once; only the first row of each was announced. Give one row a record: the other rows that a join brings may be about somebody else.';
  expect(warned).toEqual([sentence, sentence]);
});

test('the sync warns how many announced records the mapping does not find, since nothing of them is served', async () => {
  const warned: string[] = [];
  await withHub(async (url) => {
    const { settings } = await settingsFor(url);
    const rows = [row(1), row(2), row(90_001), row(90_002)];
    await syncAgency(agencyOf(rows), settings, { warn: (sentence) => warned.push(sentence) });
  });
  expect(warned).toEqual([
    '2 of the announced records are not on file according to "records" in the mapping, so nothing of them is told, alerts included. Run "accord-agency check".',
  ]);
});

test('an unreadable record is not gone; if nobody can say which it was, no record counts as gone', async () => {
  const { linkage, ...mapping } = agencyOf([row(1)]);
  const extract = (leftOut: number) => () => ({ asOf: null, open: true, leftOut, waiting: null });
  for (const [given, removed] of [
    [{ linkage }, ['2', '3']],
    [{ linkage: { ...linkage, unread: async () => [2] } }, ['3']],
    [{ linkage: { ...linkage, unread: async () => null } }, []],
    [{ linkage: { ...linkage, unread: async () => [3] }, extract: extract(1) }, ['2']],
    [{ linkage, extract: extract(0) }, ['2', '3']],
    [{ linkage, extract: extract(1) }, []],
  ] as const)
    await withHub(
      async (url, sent) => {
        const { settings } = await settingsFor(url);
        expect(await syncAgency({ ...mapping, ...given }, settings)).toMatchObject({ removed: removed.length });
        expect(removedIn(sent)).toEqual(removed);
      },
      { says: hubHas(3) },
    );
});

test('when an extract is replaced in the middle of a sync, nobody is withdrawn whom either version could not read', async () => {
  await withHub(
    async (url, sent) => {
      const { settings } = await settingsFor(url);
      const { linkage, ...mapping } = agencyOf([row(1)]);
      const said = [[2], [3]];
      const unread = async () => said.shift() ?? [];
      await syncAgency({ ...mapping, linkage: { ...linkage, unread } }, settings);
      expect(removedIn(sent)).toEqual([]);
    },
    { says: hubHas(3) },
  );
});

test.each<readonly [string, number, number, object, number | null]>([
  ['most of many', 40, 1, {}, null],
  ['just over half', 40, 19, {}, null],
  ['all, where nothing was read', 40, 0, {}, null],
  ['half', 40, 20, {}, 20],
  ['most of few', 10, 1, {}, 9],
  ['most of many, told to', 40, 1, { takeBackMost: true }, 39],
  ['all that the policy keeps back', 40, 40, { keptBack: async () => new Set(numbers(40)) }, 40],
])(
  'what is gone is withdrawn unless it is most of what the hub has: %s',
  async (_what, held, read, options, removed) => {
    await withHub(
      async (url, sent) => {
        const { settings } = await settingsFor(url);
        const rows = Array.from({ length: read }, (_, index) => row(index + 1));
        const result = syncAgency(agencyOf(rows), settings, options);
        if (removed === null)
          await expect(result).rejects.toThrow(
            `The hub has ${held} records, and ${held - read} of them are not among the ${read} that were read, so none was taken back.`,
          );
        else expect(await result).toMatchObject({ removed });
        expect(removedIn(sent)).toHaveLength(removed ?? 0);
        // A sync that is not complete does not report itself complete.
        expect(sent.some(({ body }) => JSON.parse(body).done)).toBe(removed !== null);
      },
      { says: hubHas(held) },
    );
  },
);
