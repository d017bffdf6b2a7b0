import { Counts } from '@accord/server/metrics/Counts';
import { openStore, type Store } from '@accord/server/store/Store';
import pg from 'pg';
import { agencyDatabases } from '../lib/AgencyDatabases.ts';
import { adaAtHarbour, disturbedBy } from '../lib/adaAtHarbour.ts';
import { type OwnPostgres, ownPostgres } from '../lib/ownPostgres.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { putOnFile } from '../lib/people.ts';
import { testServer } from '../lib/TestServer.ts';

/** A hub over Harbour, which has Ada's record. The hub's database is a server of its own, which can be stopped or damaged. */
export type HubOnItsOwnPostgres = Readonly<{
  postgres: OwnPostgres;
  store: Store;
  partnership: Partnership;
  counts: Counts;
  /** Works as the owner of the hub's database, bypassing the hub. */
  asOwner<Result>(work: (owner: pg.Client) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}>;

const now = () => new Date('2026-11-21T23:00:00Z');

/** `meanwhile` is called when the agency has answered, before the ledger is written; `open` opens the hub's store. */
export async function hubOnItsOwnPostgres(
  meanwhile: () => Promise<void>,
  open: (url: string) => Store = openStore,
): Promise<HubOnItsOwnPostgres> {
  const server = await testServer();
  const databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold(adaAtHarbour);
  const postgres = await ownPostgres();
  const store = open(postgres.url);
  const disturb = disturbedBy(meanwhile);
  const counts = new Counts(store.poolState);
  const parts = { store, mappings: databases.mappings, now, disturb, counts };
  const partnership = await openPartnership({ ...parts, way: 'IN_PROCESS' });
  await putOnFile(store, { people: { ada: { harbour: 1 } } });
  return {
    ...{ postgres, store, partnership, counts },
    async asOwner(work) {
      const owner = new pg.Client({ connectionString: postgres.url });
      await owner.connect();
      try {
        return await work(owner);
      } finally {
        await owner.end();
      }
    },
    async close() {
      await partnership.close();
      await store.close();
      await databases.close();
      await postgres.remove();
      await server.stop();
    },
  };
}
