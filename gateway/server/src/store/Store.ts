import { type Agencies, agencies } from './agencies.ts';
import { type Blocks, blocks } from './blocks.ts';
import { type Clients, clients } from './clients.ts';
import { type Consents, consents } from './consents.ts';
import { type DatabaseOptions, openDatabase } from './Database.ts';
import { type Ledger, ledger } from './ledger.ts';
import { type Links, links } from './links.ts';

/** What the hub remembers. Prisma's types, SQL and the shapes of tables end here. */
export type Store = Readonly<{
  agencies: Agencies;
  clients: Clients;
  links: Links;
  consents: Consents;
  blocks: Blocks;
  ledger: Ledger;
  /** Waits for queries under way. Nothing works afterwards. */
  close: () => Promise<void>;
}>;

/**
 * A store on the PostgreSQL database at `url`, which has this version's schema (`migrate`).
 *
 * Connects with the first query. Several replicas may each have one on the same database.
 */
export function openStore(url: string, options: DatabaseOptions = {}): Store {
  const database = openDatabase(url, options);
  return {
    agencies: agencies(database),
    clients: clients(database),
    links: links(database),
    consents: consents(database),
    blocks: blocks(database),
    ledger: ledger(database),
    close: database.close,
  };
}
