import type { DecisionRules } from '@accord/quality/proposals/DecisionRules';
import { usualDecisionRules } from '@accord/quality/proposals/usualDecisionRules';
import { openStore, type Store } from '@accord/server/store/Store';
import { agencyDatabases } from '../lib/AgencyDatabases.ts';
import { filedRows } from '../lib/attackedHub.ts';
import type { Data } from '../lib/Data.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { fileFacts } from '../lib/people.ts';
import { testServer } from '../lib/TestServer.ts';
import type { TestUser } from '../lib/users.ts';

/** Two replicas of one hub over real agencies, with a clock that the test moves. */
export type DecidingHub = Readonly<{
  store: Store;
  /** The data of an answer, from the first replica unless another is named. Throws the codes and messages of its errors. */
  run(as: TestUser, query: string, variables?: Readonly<Record<string, unknown>>, purpose?: string): Promise<Data>;
  onOther: DecidingHub['run'];
  /** The whole answer. */
  whole(as: TestUser, query: string, purpose: string): Promise<Data>;
  /** Moves the clock of every replica forward by some days. */
  pass(days: number): void;
  now(): Date;
  sql(text: string): Promise<void>;
  stop(): Promise<void>;
}>;

/**
 * Harbour, Wattle and Kestrel decide together. It is 3 March 2027, ten o'clock in Melbourne; Ada has alerts at Harbour and
 * Wattle.
 */
export async function decidingHub(decisionRules: DecisionRules = usualDecisionRules): Promise<DecidingHub> {
  const server = await testServer();
  const databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold(filedRows());
  const url = await server.freshDatabase();
  const stores = [openStore(url), openStore(url)] as const;
  let at = new Date('2027-03-02T23:00:00Z');
  const replicas: Partnership[] = [];
  for (const store of stores)
    replicas.push(
      await openPartnership({
        ...{ store, mappings: databases.mappings, way: 'HTTP', now: () => at, decisionRules },
      }),
    );
  await fileFacts(stores[0], {
    records: [
      { person: 'ada', agency: 'harbour', number: 1, handle: 'ada-1' },
      { person: 'ada', agency: 'wattle', number: 2, handle: 'ada-2' },
    ],
  });
  const whole =
    (replica: number) =>
    async (as: TestUser, query: string, variables = {}, purpose?: string) => {
      const answer = await replicas[replica]?.ask({ as, query, variables, purpose: purpose ?? purposeOf(as) });
      return JSON.parse(answer?.body ?? '{}');
    };
  const on =
    (replica: number): DecidingHub['run'] =>
    async (as, query, variables = {}, purpose) => {
      const { data, errors } = await whole(replica)(as, query, variables, purpose);
      if (errors)
        throw new Error(errors.map(({ message, extensions }: Data) => `${extensions.code}: ${message}`).join('\n'));
      return data;
    };
  return {
    ...{ store: stores[0], run: on(0), onOther: on(1), now: () => at, sql: server.sql },
    whole: (as, query, purpose) => whole(0)(as, query, {}, purpose),
    pass(days) {
      at = new Date(at.getTime() + days * 86_400_000);
    },
    async stop() {
      for (const replica of replicas) await replica.close();
      for (const store of stores) await store.close();
      await databases.close();
      await server.stop();
    },
  };
}

const oversight: readonly TestUser[] = ['priya', 'mina', 'kurt', 'eve', 'edda', 'kaya', 'cora'];
const purposeOf = (as: TestUser): string => {
  if (as === 'ada') return 'CLIENT_ACCESS';
  return oversight.includes(as) ? 'ADMINISTRATION' : 'SERVICE_COORDINATION';
};
