import { join } from 'node:path';
import { allowWrites } from '@accord/harbour/allowWrites';
import { openWriter } from '@accord/harbour/database';
import { harbourWrites } from '@accord/harbour/writes';
import type { Writes } from '@accord/kit/defineWrites';
import { type PromptSource, promptsIn } from '@accord/kit/prompts/Prompts';
import { OwnBook } from '@accord/kit/writes/OwnBook';
import type { Transport } from '@accord/server/exchange/Transport';
import type { Store } from '@accord/server/store/Store';
import pg from 'pg';
import { type AgencyDatabases, agencyDatabases, type Row } from '../lib/AgencyDatabases.ts';
import { adaAtWattle } from '../lib/adaAtWattle.ts';
import type { Data } from '../lib/Data.ts';
import { openPartnership, type Partnership, type Way } from '../lib/Partnership.ts';
import { fileFacts, type HubFacts } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';
import type { TestUser } from '../lib/users.ts';

/** Text of Harbour's note about Ada, which Ada's own worker may see. */
export const quoted = 'He takes her phone when she goes out.';

/** The question that Harbour's own audit asks about Ada. */
export const prompt: PromptSource = {
  ...{ id: 'note-31', code: 'FAMILY_VIOLENCE_EXPERIENCING', about: ['SERVICE_USE'], ruleSet: 'partnership 1.0' },
  quotes: [{ date: '2026-03-02', text: quoted, reason: 'somebody else controls how the person is reached' }],
};

/** A hub over HTTP with three agencies on real databases. Harbour prompts its workers and takes alerts from them. */
export type PromptsHub = Readonly<{
  partnership: Partnership;
  store: Store;
  server: TestServer;
  databases: AgencyDatabases;
  /** The path of Harbour's own book. */
  bookPath: string;
  writerUrl: string;
  /**
   * Removes everybody at the hub and all of Harbour's alerts. Then Ada has records at all three, and consent lets the others
   * know about her.
   */
  begin(facts?: Omit<HubFacts, 'records'>): Promise<void>;
  /** The data of an answer. Throws the codes and messages of its errors. */
  run(as: TestUser, query: string, variables?: Readonly<Record<string, unknown>>, purpose?: string): Promise<Data>;
  /** Rows of Harbour's own database, as its owner sees them. */
  rows(sql: string): Promise<readonly Data[]>;
  /** Everything in the hub's own database, as text. */
  hubText(): Promise<string>;
  stop(): Promise<void>;
}>;

const client: Row = {
  ...{ id: 1, given_name: 'Ada', family_name: 'Brook', date_of_birth: '1990-02-03', dob_accuracy: 'AAA', sex: 2 },
  ...{ main_language: 'English', programme_id: 1, case_worker_id: 9_001, registered_on: '2026-01-05' },
};

const records = [
  { person: 'ada', agency: 'harbour', number: 1, handle: 'ada-1' },
  { person: 'ada', agency: 'wattle', number: 2, handle: 'ada-2' },
];

export async function promptsHub(
  parts: Readonly<{
    approval?: Writes['approval'];
    /** False: Harbour without any of these settings. */
    on?: boolean;
    disturb?: (transport: Transport) => Transport;
    way?: Way;
  }> = {},
): Promise<PromptsHub> {
  const { approval = 'NONE', on = true, way = 'HTTP', disturb } = parts;
  const server = await testServer();
  const databases = await agencyDatabases(server.adminUrl, server.folder);
  const ownerUrl = server.adminUrl.replace(/\/\w+$/, '/harbour');
  const writerUrl = await allowWrites(ownerUrl, 'only-for-alerts');
  const writer = openWriter(writerUrl);
  const bookPath = join(server.folder, 'harbour', 'own-book.jsonl');
  const store = await server.freshStore();
  const mappings = databases.mappings.map((mapping) =>
    on && mapping.id === 'harbour' ? { ...mapping, writes: harbourWrites(writer, approval) } : mapping,
  );
  const own = on ? { harbour: { prompts: promptsIn({ 1: [prompt] }), book: await OwnBook.open(bookPath) } } : {};
  const partnership = await openPartnership({
    ...{ store, mappings, way, now: () => new Date(), own, ...(disturb && { disturb }) },
  });
  const staff = { username: 'mara', full_name: 'Mara Lind', position_code: 'SW', team: 'North', phone: '03 5550 0001' };
  await databases.hold({
    harbour: {
      programme: [{ id: 1, name: 'Outreach' }],
      staff: [{ id: 9_001, ...staff }],
      client: [client],
      case_note: [{ id: 31, client_id: 1, author_id: 9_001, written_on: '2026-03-02', kind: 'GEN', body: quoted }],
    },
    wattle: { TBL_PERS: [{ ...adaAtWattle, PRS_NO: 2 }] },
  });
  const inDatabase = async (address: string, sql: string): Promise<readonly Data[]> => {
    const owner = new pg.Client({ connectionString: address });
    await owner.connect();
    try {
      return (await owner.query(sql)).rows;
    } finally {
      await owner.end();
    }
  };
  return {
    ...{ partnership, store, server, databases, bookPath, writerUrl },
    async begin(facts = {}) {
      await server.forgetEverybody();
      await inDatabase(ownerUrl, 'TRUNCATE client_alert, accord_order');
      const categories = ['IDENTITY', 'SERVICE_USE', 'FV_RISK'];
      const consent = {
        ...{ id: 'c1', subject: 'ada' },
        rule: { except: [{ agencies: ['wattle', 'kestrel', 'harbour'], categories }] },
      };
      await fileFacts(store, { records, consents: [consent], ...facts });
    },
    async run(as, query, variables = {}, purpose = 'SERVICE_COORDINATION') {
      const { body } = await partnership.ask({ as, query, variables, purpose });
      const { data, errors } = JSON.parse(body);
      if (errors)
        throw new Error(errors.map(({ message, extensions }: Data) => `${extensions.code}: ${message}`).join('\n'));
      return data;
    },
    rows: (sql) => inDatabase(ownerUrl, sql),
    async hubText() {
      const names = (
        await inDatabase(server.adminUrl, `SELECT datname FROM pg_database WHERE datname LIKE 'hub_%'`)
      ).map(({ datname }) => datname);
      const texts: string[] = [];
      for (const name of names) {
        const address = server.adminUrl.replace(/\/\w+$/, `/${name}`);
        const tables = await inDatabase(address, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
        for (const { tablename } of tables)
          texts.push(JSON.stringify(await inDatabase(address, `SELECT t::text FROM "${tablename}" t`)));
      }
      return texts.join('\n');
    },
    async stop() {
      await partnership.close();
      await writer.$disconnect();
      await databases.close();
      await server.stop();
    },
  };
}
