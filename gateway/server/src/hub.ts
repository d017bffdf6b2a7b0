import { categoriesOf } from '@accord/consent/categoriesOf';
import type { Profile } from '@accord/consent/Profile';
import { checkHouseRules } from '@accord/contract/houseRules';
import { readSubgraph } from '@accord/contract/readSubgraph';
import {
  allSubgraphs,
  committedApi,
  committedSupergraph,
  coreSubgraph,
  hubSubgraph,
  moduleNames,
  moduleSubgraph,
} from '@accord/contract/subgraphs';
import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/index.js';
import type { FastifyInstance } from 'fastify';
import { buildSchema, parse } from 'graphql';
import type { Logger } from 'pino';
import { answer, type Rooms } from './answer/answer.ts';
import { formatError } from './answer/faultAnswer.ts';
import { noKeyAlias } from './answer/noKeyAlias.ts';
import { noUnderscoreAlias } from './answer/noUnderscoreAlias.ts';
import { orderErrors } from './answer/orderErrors.ts';
import { tellSources } from './answer/tellSources.ts';
import { dayIn } from './dayIn.ts';
import { Exchange } from './exchange/Exchange.ts';
import { itemIdsUnder } from './exchange/itemId.ts';
import { Sources } from './exchange/Sources.ts';
import { signPermitsWith } from './exchange/signPermit.ts';
import type { Transport } from './exchange/Transport.ts';
import { httpServer } from './http/httpServer.ts';
import type { Operation } from './http/operations.ts';
import { requesterOf } from './identity/requesterOf.ts';
import type { VerifyToken } from './identity/verifyToken.ts';
import type { HubKeys } from './keys.ts';
import { type CheckpointPace, keepCheckpoints, usualPace } from './ledger/keepCheckpoints.ts';
import { makeCheckpoint } from './ledger/makeCheckpoint.ts';
import { serveCheckpoints } from './ledger/serveCheckpoints.ts';
import { admitWithin } from './limits/admitWithin.ts';
import type { Limits } from './limits/Limits.ts';
import { Matcher } from './linkage/Matcher.ts';
import { createGateway } from './plan/createGateway.ts';
import { failTogether } from './plan/failTogether.ts';
import type { RequestContext } from './RequestContext.ts';
import { Disclosures } from './release/Disclosures.ts';
import { decideRelease } from './release/decideRelease.ts';
import { ReleaseBook } from './release/ReleaseBook.ts';
import type { Store } from './store/Store.ts';
import { AlertLists } from './subgraph/AlertLists.ts';
import { encodeAtAgency } from './subgraph/encodeMatch.ts';
import { resolvers } from './subgraph/resolvers.ts';
import { cursorsUnder } from './subgraph/sealCursor.ts';

/** What a hub is made of. */
export type HubParts = Readonly<{
  store: Store;
  keys: HubKeys;
  profile: Profile;
  verifyToken: VerifyToken;
  transport: Transport;
  clock: () => Date;
  log: Logger;
  /** Time an agency has for one answer, in milliseconds. */
  deadlineMs: number;
  limits: Limits;
  /** Addresses (or `10.0.0.0/8`) of proxies in front of the hub: what they say of a caller's address is believed. */
  trustedProxies: readonly string[];
  /** Introspection and GraphiQL; off in production. */
  development: boolean;
  /** Operations that may be asked by name. */
  operations: readonly Operation[];
  /** True: records of the automatic band are linked without asking anybody; else they are asked about like the rest. */
  linkAutomatically?: boolean;
  /** When checkpoints of the ledger are made; left out: as usual. */
  checkpoints?: CheckpointPace;
}>;

/** A hub: its HTTP server, not yet listening, and how to stop it. */
export type Hub = Readonly<{
  http: FastifyInstance;
  /** Compares records whose keys are new; answers when what waited at the call has been compared. */
  compare(): Promise<void>;
  stop(): Promise<void>;
}>;

/**
 * Puts a hub together and starts what runs in process; it listens to nobody until `hub.http.listen`.
 *
 * Throws where the contract breaks a house rule, naming the coordinate, and where the supergraph cannot be loaded.
 */
export async function createHub(parts: HubParts): Promise<Hub> {
  const { keys, transport, log, deadlineMs, store, profile } = parts;
  assertHouseRules();
  const signPermit = signPermitsWith(keys.permit, keys.kid);
  const exchangeParts = { transport, signPermit, itemId: itemIdsUnder(keys.secret), deadlineMs, shapesKept: 1_000 };
  const exchanges = new Map([
    ['agency', new Exchange({ module: null, schema: readSubgraph(coreSubgraph()) }, exchangeParts)],
    ...moduleNames.map(
      (name) =>
        [name, new Exchange({ module: name, schema: readSubgraph(moduleSubgraph(name)) }, exchangeParts)] as const,
    ),
  ]);
  const matcher = new Matcher({ store, clock: parts.clock, automatically: parts.linkAutomatically ?? false });
  const hub = failTogether(
    buildSubgraphSchema({
      typeDefs: parse(hubSubgraph().sdl),
      // The library's type knows nothing of our context; every request of ours has one (`contextOf`).
      resolvers: resolvers({
        store,
        profile,
        cursors: cursorsUnder(keys.secret),
        encode: encodeAtAgency(transport, signPermit, deadlineMs),
        search: (clk) => matcher.search(clk),
      }) as unknown as GraphQLResolverMap<unknown>,
    }),
  );
  const logFault: Rooms['logFault'] = (reference, error) => log.error({ reference, err: error }, 'hub fault');
  const server = new ApolloServer<RequestContext>({
    gateway: createGateway({ supergraphSdl: committedSupergraph(), hub, exchanges }),
    introspection: parts.development,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !parts.development,
    maxRecursiveSelections: 10_000,
    parseOptions: { maxTokens: parts.limits.tokens },
    validationRules: [noUnderscoreAlias, noKeyAlias],
    plugins: [tellSources, orderErrors],
    formatError: formatError(logFault),
    stopOnTerminationSignals: false,
  });
  await server.start();
  const admit = admitWithin(parts.limits, buildSchema(committedApi()));
  const keeper = keepCheckpoints(
    () => makeCheckpoint({ ledger: store.ledger, keys, clock: parts.clock }),
    parts.checkpoints ?? usualPace,
    (err) => log.error({ err }, 'no checkpoint of the ledger could be made'),
  );
  const ledger: Rooms['ledger'] = {
    append: async (append) => {
      const outcome = await store.ledger.append(append);
      if (outcome.kind === 'WRITTEN') keeper.grown(outcome.lastSeq);
      return outcome;
    },
  };
  const rooms: Rooms = { createContext: contextOf(parts), admit, server, ledger, logFault };
  const compare = () => matcher.run();
  const compareSoon = (): void => {
    compare().catch((err: unknown) => log.error({ err }, 'new records could not be compared; they are with the next'));
  };
  const http = await httpServer({ ...parts, announced: compareSoon, answer: (incoming) => answer(incoming, rooms) });
  serveCheckpoints(http, store.ledger.checkpoints, keys.publicJwk);
  return {
    http,
    compare,
    async stop() {
      await http.close();
      await matcher.idle();
      await keeper.stop();
      await server.stop();
      await transport.close();
    },
  };
}

function assertHouseRules(): void {
  const [fault] = checkHouseRules(allSubgraphs());
  if (fault) throw new Error(`The contract breaks a house rule: ${fault.coordinate} ${fault.message}`);
}

/** Room 2: who asks and why; and what belongs to this request alone. */
function contextOf({ verifyToken, store, profile, clock, log }: HubParts): Rooms['createContext'] {
  const categories = categoriesOf(profile);
  return async ({ id, authorization, purpose }) => {
    const now = clock();
    const bearer = await verifyToken(authorization, now);
    const partners = new Map((await store.agencies.all()).map((partner) => [partner.id, partner] as const));
    const self = bearer.self && (await store.clients.survivorOf(bearer.self));
    const requester = requesterOf({ ...bearer, self }, purpose, partners.get(bearer.agency));
    const unreadable = (client: string, err: unknown): void =>
      log.error({ client, err }, 'a fact of this client cannot be read; nothing is released');
    return {
      id,
      now,
      today: dayIn(now, profile.timeZone),
      requester,
      partners,
      categories,
      book: new ReleaseBook(decideRelease(store.clients, { requester, now, profile, partners, unreadable })),
      disclosures: new Disclosures(),
      sources: new Sources(),
      lists: new AlertLists(),
      changed: new Set(),
    };
  };
}
