import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { categoryCodes } from '@accord/contract/vocabulary';
import { harbour } from '@accord/harbour/agency';
import { PrismaClient as HarbourClient } from '@accord/harbour/generated/prisma/client';
import { harbourCare } from '@accord/harbour/seed';
import { kestrel } from '@accord/kestrel/agency';
import { PrismaClient as KestrelClient } from '@accord/kestrel/generated/prisma/client';
import { kestrelEhr } from '@accord/kestrel/seed';
import { verifyMapping } from '@accord/kit/check/verifyMapping';
import { sectionsOf, wholeRecord } from '@accord/kit/check/wholeRecord';
import { readOnlyUrl } from '@accord/kit/database/readOnlyUrl';
import { statementsOf, watched } from '@accord/kit/database/watched';
import type { Mapping } from '@accord/kit/Mapping';
import { agencySchema } from '@accord/kit/serve/agencySchema';
import { inventPartnership } from '@accord/people/inventPartnership';
import { createExisting, readerUrl } from '@accord/seeding/createExisting';
import { type ThrowawayPostgres, throwawayPostgres } from '@accord/seeding/throwawayPostgres';
import { wattle } from '@accord/wattle/agency';
import { PrismaClient as WattleClient } from '@accord/wattle/generated/prisma/client';
import { createExisting as createWattle } from '@accord/wattle/seed';
import { createClient } from '@libsql/client';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaPg } from '@prisma/adapter-pg';
import { keyPair, linkageSecret, servedAgency, stopServed } from '../../subgraphs/kit/tests/inventedAgency.ts';

const invented = (count: number) => inventPartnership({ seed: 11, count, asOf: '2026-11-22' });
/** So many that each agency has 501 records on file. */
const partnership = invented(1_200);
const wattlesPartnership = invented(2_400);
const password = 'pw';

let folder: string;
let server: ThrowawayPostgres;
const clients: { $disconnect(): Promise<void> }[] = [];
const agencies = new Map<string, Readonly<{ mapping: Mapping; db: object }>>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'statements-'));
  server = await throwawayPostgres();
  const { adminUrl } = server;
  const told = { partnership: () => partnership, whenPresent: 'keep' } as const;
  await createExisting(harbourCare, { adminUrl, readerPassword: password, ...told });
  await createExisting(kestrelEhr, { adminUrl, readerPassword: password, ...told });
  await createWattle({ ...told, file: join(folder, 'wattle.db'), partnership: () => wattlesPartnership });
  const postgres = (name: string) => watched(new PrismaPg({ connectionString: readerUrl(adminUrl, name, password) }));
  const ofHarbour = new HarbourClient({ adapter: postgres('harbour') });
  const ofKestrel = new KestrelClient({ adapter: postgres('kestrel') });
  const ofWattle = new WattleClient({
    adapter: watched(new PrismaLibSql({ url: readOnlyUrl(join(folder, 'wattle.db')) })),
  });
  clients.push(ofHarbour, ofKestrel, ofWattle);
  agencies.set('harbour', { mapping: harbour(ofHarbour), db: ofHarbour });
  agencies.set('kestrel', { mapping: kestrel(ofKestrel), db: ofKestrel });
  agencies.set('wattle', { mapping: wattle(ofWattle), db: ofWattle });
});

afterAll(async () => {
  await stopServed();
  await Promise.all(clients.map((client) => client.$disconnect()));
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['harbour', 'kestrel', 'wattle'])('at %s', (agency) => {
  const opened = () => {
    const found = agencies.get(agency);
    if (!found) throw new Error(`No agency ${agency}.`);
    return found;
  };

  test('one record, ten and five hundred take the same number of statements, with every section asked', async () => {
    const { mapping } = opened();
    const { send } = await servedAgency(mapping);
    const schema = agencySchema(mapping);
    const query = wholeRecord(schema, sectionsOf(schema));
    const batch = { now: new Date('2026-11-22T10:00:00Z') };
    const rows = (await mapping.linkage?.page(null, 501)) ?? [];
    expect(rows.length).toBe(501);
    const numbers = rows.map(({ number }) => String(number));
    // Where there is no note, nobody asks for the author's role: the one record is one with notes.
    const notes = await Promise.all(numbers.map((number) => mapping.notes?.of(number, batch)));
    const first = numbers.find((_, nth) => (notes[nth] ?? []).length > 0) ?? '';
    const ordered = [first, ...numbers.filter((number) => number !== first)];
    const counts: number[] = [];
    for (const many of [1, 10, 500]) {
      const records = ordered.slice(0, many);
      const variables = { representations: records.map((id) => ({ __typename: 'AgencyRecord', id })) };
      const releases = [{ records, categories: categoryCodes }];
      const { value, heard } = await statementsOf(() => send(query, { variables, releases }));
      expect(value.body.errors).toBeUndefined();
      expect(value.body.data._entities).toHaveLength(many);
      counts.push(heard.length);
    }
    expect(counts[0]).toBeGreaterThan(sectionsOf(schema).length / 2);
    expect(new Set(counts).size).toBe(1);
  });

  test('how well records are kept is counted in five statements, whatever there is', async () => {
    const { mapping } = opened();
    // Wattle's contract is older than this.
    if (!mapping.dataQuality) return expect(mapping.contract).toBe('1.0');
    const { value, heard } = await statementsOf(
      async () => await mapping.dataQuality?.({ today: '2026-11-22', yearAgo: '2025-11-22' }),
    );
    expect(value?.records).toBeGreaterThan(500);
    expect(heard).toHaveLength(5);
  });

  test('the mapping has nothing that is wrong, and trying it takes no more statements for more records', async () => {
    const { mapping, db } = opened();
    const verified = (sample: number) =>
      statementsOf(() => verifyMapping(mapping, { db, sample, now: new Date('2026-11-22T10:00:00Z') }));
    const [few, many] = [await verified(20), await verified(500)];
    expect(few.value.filter(({ level }) => level !== 'HINT')).toEqual([]);
    expect(many.value.filter(({ level }) => level !== 'HINT')).toEqual([]);
    expect(many.heard.length).toBe(few.heard.length);
  });
});

test('an agency whose tables are not as its schema says does not serve, and says why', async () => {
  const file = join(folder, 'updated.db');
  await createWattle({
    file,
    partnership: () => invented(30),
    whenPresent: 'keep',
  });
  const database = createClient({ url: `file:${file}` });
  await database.execute('ALTER TABLE TBL_PERS RENAME COLUMN MRG_TO TO MERGED_TO');
  database.close();
  const program = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../subgraphs/wattle/dist/main.js', import.meta.url))],
    {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: file,
        ACCORD_PORT: '0',
        ACCORD_HUB_KEY: JSON.stringify((await keyPair()).jwk),
        ACCORD_LINKAGE_SECRET: Buffer.from(linkageSecret).toString('base64url'),
      },
    },
  );
  const code = new Promise((resolve) => program.once('exit', resolve));
  const [said, out] = await Promise.all([text(program.stderr), text(program.stdout)]);
  expect(said).toBe(
    'Table "TBL_PERS" has no column "MRG_TO", which prisma/schema.prisma says it has. Correct the schema or run "accord-agency init" anew.\n',
  );
  expect(out).toBe('');
  expect(await code).toBe(1);
});
