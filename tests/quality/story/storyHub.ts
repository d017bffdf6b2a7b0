import { join } from 'node:path';
import { AuditBook } from '@accord/kit/audit/AuditBook';
import { auditAgency } from '@accord/kit/audit/auditAgency';
import { OwnBook } from '@accord/kit/writes/OwnBook';
import { shippedRules } from '@accord/quality/rules/shippedRules';
import pg from 'pg';
import type { Data } from '../../lib/Data.ts';
import { openPartnership } from '../../lib/Partnership.ts';
import { testServer } from '../../lib/TestServer.ts';
import type { TestUser } from '../../lib/users.ts';
import { type OwnWords, openStoryAgency, type StoryAgency } from './storyAgency.ts';
import type { StoryCase } from './storyCases.ts';

/** Each agency's names for its tables, and its own code for violence. */
const ownWords = {
  harbour: { people: 'client', note: 'case_note', need: 'presenting_reason', alert: 'client_alert', violence: 'DVV' },
  wattle: { people: 'TBL_PERS', note: 'TBL_NOTE', need: 'TBL_RSN', alert: 'TBL_FLAG', violence: '7' },
  kestrel: { people: 'patient', note: 'progress_note', need: 'problem', alert: 'warning', violence: 'family-violence' },
  heron: { people: 'young_person', note: 'diary', need: 'need', alert: 'safety_flag', violence: 'FV' },
} as const satisfies Readonly<Record<string, OwnWords>>;
export type StoryAgencyId = keyof typeof ownWords;
export const storyAgencies: readonly StoryAgencyId[] = ['harbour', 'wattle', 'kestrel', 'heron'];

/** Four agencies, each with its own database and audit, and a hub on PostgreSQL. All use one clock, which the story sets. */
export type StoryHub = Readonly<{
  /** Sets the clock to eleven o'clock in Melbourne on this day. */
  day(date: string): void;
  /** The data of an answer. Throws the codes and messages of its errors. */
  run(as: TestUser, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
  /** Has an agency take cases in, and puts them on file at the hub. */
  hold(agency: StoryAgencyId, cases: readonly StoryCase[]): Promise<void>;
  /** Has an agency audit its own records, as its staff would at night. Returns the result. */
  audits(agency: StoryAgencyId): ReturnType<typeof auditAgency>;
  /** What workers wrote in alerts, from the agencies' own tables. */
  alertTexts(): Promise<readonly string[]>;
  /** Everything in the hub's own database and log, as text. */
  hubText(): Promise<string>;
  stop(): Promise<void>;
}>;

const oversight: readonly TestUser[] = ['priya', 'mina', 'kurt', 'hope', 'eve', 'edda', 'kaya', 'hedy', 'cora'];

export async function storyHub(firstDay: string): Promise<StoryHub> {
  const server = await testServer();
  const store = await server.freshStore();
  let at = new Date(`${firstDay}T00:00:00Z`);
  const agencies = new Map<StoryAgencyId, StoryAgency>();
  const own: Record<string, Readonly<{ audits: AuditBook; book: OwnBook }>> = {};
  const folderOf = (id: string): string => join(server.folder, `${id}-audit`);
  for (const id of storyAgencies) {
    agencies.set(id, await openStoryAgency(id, ownWords[id], server.folder));
    own[id] = {
      audits: new AuditBook(folderOf(id)),
      book: await OwnBook.open(join(server.folder, `${id}-book.jsonl`)),
    };
  }
  const agencyOf = (id: StoryAgencyId): StoryAgency => {
    const agency = agencies.get(id);
    if (!agency) throw new Error(`No agency "${id}" was opened.`);
    return agency;
  };
  const mappings = storyAgencies.map((id) => agencyOf(id).mapping);
  const partnership = await openPartnership({ store, mappings, way: 'IN_PROCESS', now: () => at, own });
  return {
    day(date) {
      at = new Date(`${date}T00:00:00Z`);
    },
    async run(as, query, variables = {}) {
      const purpose = oversight.includes(as) ? 'QUALITY_IMPROVEMENT' : 'SERVICE_COORDINATION';
      const { body } = await partnership.ask({ as, query, variables, purpose });
      const { data, errors } = JSON.parse(body);
      if (errors)
        throw new Error(errors.map(({ message, extensions }: Data) => `${extensions.code}: ${message}`).join('\n'));
      return data;
    },
    async hold(agency, cases) {
      await agencyOf(agency).hold(cases);
      const handleOf = ({ number }: StoryCase): string => `${agency}-${number}`;
      await store.links.putBatch({
        ...{ agencyId: agency, at },
        records: cases.map((one) => ({
          ...{ number: String(one.number), handle: handleOf(one), worker: one.worker, open: true },
          ...{ slk: null, dobAccuracy: 'UNKNOWN' },
        })),
      });
      await store.links.link(
        cases.map((one) => ({
          ...{ handle: handleOf(one), clientId: `person-${handleOf(one)}`, kind: 'CONFIRMED', at },
          ...{ decidedBy: 'test', reason: 'the story says so' },
        })),
      );
    },
    audits: (agency) =>
      auditAgency(agencyOf(agency).mapping, {
        ...{ folder: folderOf(agency), rules: shippedRules, now: at, length: 'QUARTER', windows: 1 },
      }),
    alertTexts: async () => (await Promise.all(storyAgencies.map((id) => agencyOf(id).alertTexts()))).flat(),
    async hubText() {
      const owner = new pg.Client({ connectionString: server.adminUrl.replace(/\/\w+$/, '/hub_0') });
      await owner.connect();
      try {
        const tables = (await owner.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).rows;
        const texts = [partnership.logged()];
        for (const { tablename } of tables)
          texts.push(JSON.stringify((await owner.query(`SELECT t::text FROM "${tablename}" t`)).rows));
        return texts.join('\n');
      } finally {
        await owner.end();
      }
    },
    async stop() {
      await partnership.close();
      for (const agency of agencies.values()) agency.close();
      await server.stop();
    },
  };
}
