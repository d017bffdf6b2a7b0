import { type Agencies, agencies } from './agencies.ts';
import { type AlertOrders, alertOrders } from './alertOrders.ts';
import { type Clients, clients } from './clients.ts';
import { type Connections, connections } from './connections.ts';
import { type Consents, consents } from './consents.ts';
import { type DatabaseOptions, openDatabase, type PoolState } from './Database.ts';
import { type Exercises, exercises } from './exercises.ts';
import { type Facts, facts } from './facts.ts';
import { type GlassStore, glass } from './glass.ts';
import { type Ledger, ledger } from './ledger.ts';
import { type Links, links } from './links.ts';
import { type Modules, modules } from './modules.ts';
import { type Notices, notices } from './notices.ts';
import { type Pairs, pairs } from './pairs.ts';
import { type Partnership, partnership } from './partnership.ts';
import { type Proposals, proposals } from './proposals.ts';
import { type Requests, requests } from './requests.ts';
import { type RuleSets, ruleSets } from './ruleSets.ts';
import { type ServedProfile, servedProfile } from './servedProfile.ts';
import { type Vetoes, vetoes } from './vetoes.ts';

/** Everything the hub remembers. Prisma's types, SQL and the layout of tables do not leave it. */
export type Store = Readonly<{
  agencies: Agencies;
  alertOrders: AlertOrders;
  connections: Connections;
  clients: Clients;
  links: Links;
  consents: Consents;
  facts: Facts;
  glass: GlassStore;
  requests: Requests;
  pairs: Pairs;
  notices: Notices;
  exercises: Exercises;
  partnership: Partnership;
  proposals: Proposals;
  vetoes: Vetoes;
  ruleSets: RuleSets;
  modules: Modules;
  servedProfile: ServedProfile;
  ledger: Ledger;
  /** False while the database is known not to answer (`DatabaseOptions.pulse`). */
  isReached: () => boolean;
  /** False while the database is known to be read-only, and for a while after it refused an entry of the ledger. */
  takesWrites: () => boolean;
  /** The state of its connection pool right now. */
  poolState: () => PoolState;
  /** Waits for queries under way. Nothing works afterwards. */
  close: () => Promise<void>;
}>;

/**
 * Opens a store on the PostgreSQL database at `url`, which must already have this version's schema (`migrate`).
 *
 * It connects with the first query. Several replicas may each open one on the same database.
 */
export function openStore(url: string, options: DatabaseOptions = {}): Store {
  const database = openDatabase(url, options);
  const kept = ledger(database);
  return {
    agencies: agencies(database),
    alertOrders: alertOrders(database),
    connections: connections(database),
    clients: clients(database),
    links: links(database),
    consents: consents(database),
    facts: facts(database),
    glass: glass(database),
    requests: requests(database),
    pairs: pairs(database),
    notices: notices(database),
    exercises: exercises(database),
    partnership: partnership(database),
    proposals: proposals(database),
    vetoes: vetoes(database),
    ruleSets: ruleSets(database),
    modules: modules(database),
    servedProfile: servedProfile(database),
    ledger: kept,
    isReached: database.isReached,
    takesWrites: () => !database.isReadOnly() && kept.takesEntries(),
    poolState: database.poolState,
    close: database.close,
  };
}
