import type { Profile } from '@accord/consent/Profile';
import { checkHouseRules } from '@accord/contract/houseRules';
import { exchangeKeyOf } from '@accord/contract/permitKey';
import { allSubgraphs, hubSubgraph } from '@accord/contract/subgraphs';
import type { DecisionRules } from '@accord/quality/proposals/DecisionRules';
import { usualDecisionRules } from '@accord/quality/proposals/usualDecisionRules';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/index.js';
import type { FastifyInstance } from 'fastify';
import { type GraphQLSchema, parse } from 'graphql';
import type { Logger } from 'pino';
import { AgencyPulse } from './agencies/AgencyPulse.ts';
import { answer, type Rooms } from './answer/answer.ts';
import { FaultLog } from './answer/FaultLog.ts';
import { tellSources } from './answer/tellSources.ts';
import { contextOf } from './contextOf.ts';
import type { Connections } from './exchange/connected/Connections.ts';
import type { OpenTransport } from './exchange/connected/openTransport.ts';
import { serveConnections } from './exchange/connected/serveConnections.ts';
import { serveRelay } from './exchange/connected/serveRelay.ts';
import { contractSubgraphs } from './exchange/contractSubgraphs.ts';
import type { Exchange } from './exchange/Exchange.ts';
import { type ItemId, itemIdsUnder } from './exchange/itemId.ts';
import { Messages } from './exchange/Messages.ts';
import { type SignPermit, signPermitsWith } from './exchange/signPermit.ts';
import type { Transport } from './exchange/Transport.ts';
import { httpServer } from './http/httpServer.ts';
import type { NamedDocument } from './http/operations.ts';
import type { VerifyToken } from './identity/verifyToken.ts';
import { type HubKeys, publishedJwks } from './keys.ts';
import { type CheckpointKeeper, type CheckpointPace, keepCheckpoints, usualPace } from './ledger/keepCheckpoints.ts';
import { LedgerWatch } from './ledger/LedgerWatch.ts';
import { makeCheckpoint } from './ledger/makeCheckpoint.ts';
import { serveCheckpoints } from './ledger/serveCheckpoints.ts';
import { admitWithin } from './limits/admitWithin.ts';
import type { Limits } from './limits/Limits.ts';
import { Matcher, type Matching } from './linkage/Matcher.ts';
import type { Counts } from './metrics/Counts.ts';
import { countAgencies } from './metrics/countAgencies.ts';
import { countLedger } from './metrics/countLedger.ts';
import { exchangesOf, type Graph } from './plan/Graph.ts';
import { Graphs } from './plan/Graphs.ts';
import { PlanThread } from './plan/PlanThread.ts';
import { runFetches } from './plan/runFetches.ts';
import type { Executor } from './plan/runsOver.ts';
import type { Siblings } from './processes/Siblings.ts';
import { serveRuleSets } from './quality/audit/serveRuleSets.ts';
import { exerciseSealsUnder } from './quality/exercise/exerciseSeals.ts';
import { itemsOver } from './quality/prompts/ownItems.ts';
import { ordersOver } from './quality/prompts/sendOrder.ts';
import { Vocabularies } from './quality/proposals/Vocabularies.ts';
import type { Store } from './store/Store.ts';
import { readOfAlerts } from './subgraph/alertPage.ts';
import { encodeAtAgency } from './subgraph/encodeMatch.ts';
import { resolvers } from './subgraph/resolvers.ts';
import { cursorsUnder } from './subgraph/sealCursor.ts';

/** The parts a hub is put together from. */
export type HubParts = Readonly<{
  store: Store;
  keys: HubKeys;
  profile: Profile;
  /** How the partnership decides on proposals. Default: `usualDecisionRules`. */
  decisionRules?: DecisionRules;
  verifyToken: VerifyToken;
  transport: Transport;
  /** Connections dialled by agencies that cannot open a port; the transport reaches them through these. Left out: no agency can dial in. */
  connections?: Connections;
  clock: () => Date;
  log: Logger;
  /** How long an agency has for one answer, in milliseconds. */
  deadlineMs: number;
  limits: Limits;
  /** Addresses (or ranges such as `10.0.0.0/8`) of proxies in front of the hub. What they report as the caller's address is trusted. */
  trustedProxies: readonly string[];
  /** Turns on introspection and GraphiQL; off in production. */
  development: boolean;
  /** Operations that callers may ask for by name. */
  operations: readonly NamedDocument[];
  /** True: records in the automatic band are linked without asking anyone. Otherwise people review them like the rest. */
  linkAutomatically?: boolean;
  /** False: large answers are not compressed, even for callers that accept it. */
  compress?: boolean;
  /** True: answers report how long each room took. */
  serverTiming?: boolean;
  /** Who runs query plans. Default: the hub itself. */
  executor?: Executor;
  /** True: operations are planned in a thread of their own. Otherwise planning runs in the answering thread and holds up other requests. */
  plansApart?: boolean;
  /** The other processes of this hub on this machine. Left out: this is the only one. */
  siblings?: Siblings;
  /** Sends to agencies connected to this process or to another one of this hub. Left out: `connections` alone. */
  sendFromHere?: OpenTransport['sendFromHere'];
  /** When checkpoints of the ledger are made. Default: `usualPace`. */
  checkpoints?: CheckpointPace;
  /** Counts requests, messages to agencies and ledger entries. Left out: nothing is counted. */
  counts?: Counts;
}>;

/** How many distinct fetches of plans are kept compiled. */
const fetchesKept = 1_000;

/** A hub: its HTTP server, not yet listening, and how to stop it. */
export type Hub = Readonly<{
  http: FastifyInstance;
  /** Compares records whose keys are new. Resolves once everything waiting at the time of the call has been compared. */
  compare(): Promise<void>;
  stop(): Promise<void>;
}>;

/**
 * Puts a hub together and starts what runs in process. It accepts no requests until `hub.http.listen`.
 *
 * Throws where the contract breaks a house rule, naming the coordinate, and where the supergraph cannot be loaded.
 */
export async function createHub(parts: HubParts): Promise<Hub> {
  const { keys, log, deadlineMs, store, profile, counts } = parts;
  const transport = counts ? countAgencies(parts.transport, counts) : parts.transport;
  assertHouseRules();
  const signPermit = signPermitsWith(keys.permit, keys.kid, exchangeKeyOf(keys.secret));
  const itemId = itemIdsUnder(keys.secret);
  const messages = new Messages({ transport, signPermit, deadlineMs });
  const exchangeParts = {
    messages,
    itemId,
    shapesKept: fetchesKept,
    readOfTwins: new Map([['_alerts', readOfAlerts]]),
  };
  const vocabularies = new Vocabularies(store.proposals, profile.timeZone);
  const exchanges = exchangesOf(contractSubgraphs(), exchangeParts);
  const ownMatcher = new Matcher({ store, clock: parts.clock, automatically: parts.linkAutomatically ?? false });
  const uncompared = (err: unknown): void =>
    log.error({ err }, 'new records could not be compared; they will be compared with the next ones');
  const matcher: Matching = parts.siblings?.matchWith(ownMatcher, uncompared) ?? ownMatcher;
  const hub = subgraphOf(parts, { transport, signPermit, itemId, vocabularies, exchanges, matcher });
  const faults = new FaultLog(log);
  const { logFault } = faults;
  const executor = parts.executor ?? 'own';
  const graphs = await Graphs.open({
    ...{ hub: runFetches(hub, fetchesKept), exchange: exchangeParts, modules: store.modules, log },
    exchanges,
    ...(parts.plansApart && executor === 'own' && { planThread: new PlanThread() }),
    executor,
    limits: parts.limits,
    answering: { development: parts.development, logFault, extensionsOf: tellSources },
  });
  const admit = admitWithin(parts.limits, parts.siblings?.countOf('person'));
  const keeper = keepCheckpoints(
    { ...store.ledger.checkpoints, make: () => makeCheckpoint({ ledger: store.ledger, keys, clock: parts.clock }) },
    parts.checkpoints ?? usualPace,
    (err) => log.error({ err }, 'a checkpoint of the ledger could not be made'),
  );
  const ledger = ledgerOf(parts, keeper);
  const createContext = contextOf(parts, vocabularies);
  const roomsOf = ({ engine, read }: Graph): Rooms => ({
    ...{ createContext, admit: admit(read), engine, ledger, logFault },
    serverTiming: parts.serverTiming ?? false,
  });
  const compare = () => matcher.run();
  const compareSoon = (): void => {
    compare().catch(uncompared);
  };
  const http = await httpServer({
    ...parts,
    logFault,
    announced: compareSoon,
    answer: (incoming) => graphs.use((graph) => answer(incoming, roomsOf(graph))),
  });
  const { connections, sendFromHere } = parts;
  if (connections) {
    serveConnections(http, { ...parts, connections });
    await serveRelay(http, { ...parts, connections: sendFromHere ? { send: sendFromHere } : connections });
  }
  serveCheckpoints(http, store.ledger.checkpoints, publishedJwks(keys));
  serveRuleSets(http, store.ruleSets);
  return {
    http,
    compare,
    async stop() {
      await http.close();
      await matcher.idle();
      await keeper.stop();
      await graphs.stop();
      await transport.close();
      faults.end();
    },
  };
}

/** What the hub's own subgraph uses besides the store. */
type SubgraphAsks = Readonly<{
  transport: Transport;
  signPermit: SignPermit;
  itemId: ItemId;
  vocabularies: Vocabularies;
  exchanges: ReadonlyMap<string, Exchange>;
  matcher: Matching;
}>;

/** Room 4: the hub's own subgraph and everything it uses. */
function subgraphOf(
  { store, profile, keys, deadlineMs, decisionRules }: HubParts,
  { transport, signPermit, itemId, vocabularies, exchanges, matcher }: SubgraphAsks,
): GraphQLSchema {
  return buildSubgraphSchema({
    typeDefs: parse(hubSubgraph().sdl),
    // The library's type does not know our context; every request of ours has one (`contextOf`).
    resolvers: resolvers({
      store,
      profile,
      vocabularies,
      decisionRules: decisionRules ?? usualDecisionRules,
      cursors: cursorsUnder(keys.secret),
      exerciseSeals: exerciseSealsUnder(keys.secret),
      encode: encodeAtAgency(transport, signPermit, deadlineMs),
      search: (clk) => matcher.search(clk),
      health: new AgencyPulse({ transport, signPermit, deadlineMs }),
      ledgerWatch: new LedgerWatch(store.ledger, keys.ownJwks),
      askAgencies: (fetch, context) => exchangeOf(exchanges, 'agency').fetch(fetch, context),
      sendOrder: ordersOver(transport, deadlineMs, keys),
      findOwnItem: itemsOver(transport, signPermit, itemId, deadlineMs),
    }) as GraphQLResolverMap<unknown>,
  });
}

/** Room 9: counts what is written to the ledger, and tells the checkpoint keeper how far the ledger has grown. */
function ledgerOf({ store, counts }: HubParts, keeper: CheckpointKeeper): Rooms['ledger'] {
  const append = counts ? countLedger(store.ledger.append, counts) : store.ledger.append;
  return {
    append: async (disclosures) => {
      const outcome = await append(disclosures);
      if (outcome.kind === 'WRITTEN') keeper.grown(outcome.lastSeq);
      return outcome;
    },
  };
}

function exchangeOf(exchanges: ReadonlyMap<string, Exchange>, name: string): Exchange {
  const exchange = exchanges.get(name);
  if (!exchange) throw new Error(`There is no logical subgraph "${name}".`);
  return exchange;
}

function assertHouseRules(): void {
  const [fault] = checkHouseRules(allSubgraphs());
  if (fault) throw new Error(`The contract breaks a house rule: ${fault.coordinate} ${fault.message}`);
}
