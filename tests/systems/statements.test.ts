import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { bundleText } from '@accord/contract/bundle';
import { categoryCodes } from '@accord/contract/vocabulary';
import { harbour } from '@accord/harbour/agency';
import { openDatabase as openHarbour } from '@accord/harbour/database';
import { harbourCare } from '@accord/harbour/seed';
import { kestrel } from '@accord/kestrel/agency';
import { openDatabase as openKestrel } from '@accord/kestrel/database';
import { kestrelEhr } from '@accord/kestrel/seed';
import { verifyMapping } from '@accord/kit/check/verifyMapping';
import { sectionsOf, wholeRecord } from '@accord/kit/check/wholeRecord';
import { statementsOf } from '@accord/kit/database/watched';
import type { Mapping } from '@accord/kit/Mapping';
import { agencySchema } from '@accord/kit/serve/agencySchema';
import { inventPartnership } from '@accord/people/inventPartnership';
import { createExisting, readerUrl } from '@accord/seeding/createExisting';
import { type ThrowawayPostgres, throwawayPostgres } from '@accord/seeding/throwawayPostgres';
import { wattle } from '@accord/wattle/agency';
import { openDatabase as openWattle } from '@accord/wattle/database';
import { createExisting as createWattle } from '@accord/wattle/seed';
import { createClient } from '@libsql/client';
import { keyPair, linkageSecret, servedAgency, stopServed } from '../../subgraphs/kit/tests/inventedAgency.ts';

const invented = (count: number) => inventPartnership({ seed: 11, count, asOf: '2026-11-22' });
/** Enough that each agency has 501 records on file. */
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
  const ofHarbour = openHarbour(readerUrl(adminUrl, 'harbour', password));
  const ofKestrel = openKestrel(readerUrl(adminUrl, 'kestrel', password));
  const ofWattle = openWattle(join(folder, 'wattle.db'));
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

/**
 * The columns loaded for an answer: those that the section reads, and those that say whose row it is. Of the record itself,
 * only that it exists.
 */
const loadedFor: readonly (readonly [string, Readonly<Record<string, readonly string[]>>])[] = [
  [
    'identity { name { given } }',
    {
      harbour: [
        'client: id given_name family_name date_of_birth dob_accuracy sex main_language cultural_identity',
        'client_alias: given_name family_name',
      ],
      kestrel: [
        'person: person_id gender birthdate birthdate_estimated',
        'person_name: given_name family_name',
        'name_history: given_name family_name',
        'person_attribute: attribute value',
      ],
      wattle: ['TBL_PERS: PRS_NO S_NAM F_NAM AKA_S_NAM AKA_F_NAM DOB_TXT DOB_EST SEX_CD LANG CULT'],
    },
  ],
  [
    'needs { code }',
    {
      harbour: ['client: id', 'client_need: id client_id reason_code identified_on met_on'],
      kestrel: [
        'person: person_id',
        'obs: obs_id person_id obs_datetime value_coded',
        'obs: concept_id value_datetime',
      ],
      wattle: ['TBL_PERS: PRS_NO', 'TBL_NEED: ND_NO PRS_NO ND_CD ND_DT ND_MET ND_MET_DT'],
    },
  ],
  [
    'notes { text }',
    {
      harbour: [
        'client: id',
        'case_note: id client_id written_on kind also_concerns body author_id',
        'staff: position_code',
      ],
      kestrel: [
        'person: person_id',
        'obs: obs_id person_id obs_datetime value_text provider_id',
        'obs: concept_id value_coded',
        'provider: role_code',
      ],
      wattle: ['TBL_PERS: PRS_NO', 'TBL_NOTE: NT_NO PRS_NO NT_DT NT_TYP NT_BY NT_TXT', 'USERS: USR_INIT USR_LVL'],
    },
  ],
];
/** The tables and columns that a statement of Prisma's selects, including those of joined rows. */
function loadedBy(sql: string): readonly string[] {
  const tables = new Map([...sql.matchAll(/"(\w+)" AS "(t\d+)"/g)].map(([, table, name]) => [name, table]));
  for (const [, from, name] of sql.matchAll(/SELECT "(t\d+)"\.\* FROM [^()]*\) AS "(t\d+)"/g))
    tables.set(name, tables.get(from));
  const joined = [...sql.matchAll(/JSONB_BUILD_OBJECT\(([^()]*)\)/g)].map(([, columns = '']) => columns);
  return [sql.slice(0, sql.indexOf(' FROM ')), ...joined].map((selected) => {
    const columns = [...selected.matchAll(/[`"](\w+)[`"]\.[`"](\w+)[`"](?=,| AS |$)/g)].filter(
      ([, , column]) => column !== '__prisma_data__',
    );
    const from = columns[0]?.[1];
    return `${tables.get(from) ?? from}: ${columns.map(([, , column]) => column).join(' ')}`;
  });
}

describe.each(['harbour', 'kestrel', 'wattle'])('at %s', (agency) => {
  const opened = () => {
    const found = agencies.get(agency);
    if (!found) throw new Error(`No agency ${agency}.`);
    return found;
  };

  /** 501 records on file, of which the first has notes: if there were no note, nothing would ask for its author's role. */
  const filed = async (mapping: Mapping): Promise<readonly string[]> => {
    const rows = (await mapping.linkage?.page(null, 501)) ?? [];
    expect(rows.length).toBe(501);
    const numbers = rows.map(({ number }) => String(number));
    const batch = { now: new Date('2026-11-22T10:00:00Z') };
    const notes = await Promise.all(numbers.map((number) => mapping.notes?.of(number, batch)));
    const first = numbers.find((_, nth) => (notes[nth] ?? []).length > 0) ?? '';
    return [first, ...numbers.filter((number) => number !== first)];
  };
  const representationsOf = (records: readonly string[]) => records.map((id) => ({ __typename: 'AgencyRecord', id }));

  test('one record, ten and five hundred take the same number of statements, with every section requested', async () => {
    const { mapping } = opened();
    const { send } = await servedAgency(mapping);
    const schema = agencySchema(mapping);
    const query = wholeRecord(schema, sectionsOf(schema));
    const numbers = await filed(mapping);
    const taken = async (many: number): Promise<number> => {
      const records = numbers.slice(0, many);
      const variables = { representations: representationsOf(records) };
      const releases = [{ records, categories: categoryCodes }];
      const { value, heard } = await statementsOf(() => send(query, { variables, releases }));
      expect(value.body.errors).toBeUndefined();
      expect(value.body.data._entities).toHaveLength(many);
      return heard.length;
    };
    const before = await taken(500);
    const counts = [await taken(1), await taken(10), await taken(500)];
    expect(counts[0]).toBeGreaterThan(2);
    expect(counts[0]).toBeLessThanOrEqual(before);
    expect(new Set(counts).size).toBe(1);
  });

  test('a bundle takes no more statements than its operations alone, and for five hundred records as many as for one', async () => {
    const { mapping } = opened();
    const { send } = await servedAgency(mapping);
    const numbers = await filed(mapping);
    const asked = [
      'id identity { name { given family } } involvement { programme worker { name } }',
      '_id _alerts { id about status text } _identity { name { given } }',
      'contact { phone } address { suburb } notes(first: 5) { id about writtenBy text }',
      'needs { id about code } episodes { id } identity { dateOfBirth }',
    ];
    const taken = async (many: number): Promise<Readonly<{ alone: number; together: number }>> => {
      const records = numbers.slice(0, many);
      const releases = [{ records, categories: categoryCodes }];
      const bodies = asked.map((fields) =>
        JSON.stringify({
          query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord { ${fields} } } }`,
          variables: { representations: representationsOf(records) },
        }),
      );
      const answers: unknown[] = [];
      let alone = 0;
      for (const body of bodies) {
        const { value, heard } = await statementsOf(() => send('', { releases, body }));
        expect(value.body.errors).toBeUndefined();
        answers.push({ status: value.status, answer: value.body });
        alone += heard.length;
      }
      const { value, heard } = await statementsOf(() => send('', { releases, body: bundleText(bodies) }));
      expect(value.body).toEqual(answers);
      return { alone, together: heard.length };
    };
    // Warm-up: the columns that are read become known only with the first request.
    await taken(500);
    const counts = [await taken(1), await taken(10), await taken(500)];
    expect(counts[0]?.together).toBeLessThan(counts[0]?.alone ?? 0);
    expect(counts).toEqual([counts[0], counts[0], counts[0]]);
  });

  test.each(loadedFor)('for %s only the columns that the answer comes from are loaded', async (fields, columns) => {
    const { mapping } = opened();
    const { ask } = await servedAgency(mapping);
    const records = await filed(mapping);
    const asked = () => statementsOf(() => ask(fields, [{ records, categories: categoryCodes }]));
    const [first, again] = [await asked(), await asked()];
    expect(first.value.body.errors).toBeUndefined();
    expect(again.value.text).toBe(first.value.text);
    const loaded = again.heard.flatMap(({ statement }) => loadedBy(statement.sql));
    expect([...loaded].sort()).toEqual([...(columns[agency] ?? [])].sort());
  });

  test('what free text is searched for comes with the record, if it is stored with it', async () => {
    const { mapping } = opened();
    const { ask } = await servedAgency(mapping);
    const records = await filed(mapping);
    const kept = categoryCodes.filter((code) => !['ADDRESS', 'CONTACT', 'PHONE'].includes(code));
    const taken = async (categories: readonly string[]): Promise<number> => {
      const { value, heard } = await statementsOf(() => ask('id notes { text }', [{ records, categories }]));
      expect(value.body.errors).toBeUndefined();
      return heard.length;
    };
    await taken(kept);
    // The other agencies load addresses with a statement of their own.
    expect((await taken(kept)) - (await taken(categoryCodes))).toBe(agency === 'kestrel' ? 0 : 1);
  });

  test('data quality is counted in five statements, whatever there is', async () => {
    const { mapping } = opened();
    // Wattle's contract predates this.
    if (!mapping.dataQuality) return expect(mapping.contract).toBe('1.0');
    const { value, heard } = await statementsOf(
      async () => await mapping.dataQuality?.({ today: '2026-11-22', yearAgo: '2025-11-22' }),
    );
    expect(value?.records).toBeGreaterThan(500);
    expect(heard).toHaveLength(5);
  });

  test('the mapping has no faults, and trying it takes no more statements for more records', async () => {
    const { mapping, db } = opened();
    const verified = (sample: number) =>
      statementsOf(() => verifyMapping(mapping, { db, sample, now: new Date('2026-11-22T10:00:00Z') }));
    const [few, many] = [await verified(20), await verified(500)];
    expect(few.value.filter(({ level }) => level !== 'HINT')).toEqual([]);
    expect(many.value.filter(({ level }) => level !== 'HINT')).toEqual([]);
    expect(many.heard.length).toBe(few.heard.length);
  });
});

test('an agency whose tables differ from its schema does not serve, and says why', async () => {
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
    'Table "TBL_PERS" has no column "MRG_TO", which prisma/schema.prisma says it has. Correct the schema, or run "accord-agency init" again.\n',
  );
  expect(out).toBe('');
  expect(await code).toBe(1);
});
