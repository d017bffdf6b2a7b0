import { StartFault } from '@accord/server/postgres/StartFault';
import type { LedgerEntry } from '@accord/server/store/LedgerEntry';
import { openStore, type Store } from '@accord/server/store/Store';
import type { Command } from 'commander';
import { runningDemo } from '../demo/runningDemo.ts';

/** `accord ledger list|verify`: reads the ledger of the hub at DATABASE_URL, or of the demonstration that runs here. */
export function registerLedger(program: Command): void {
  const ledger = program.command('ledger').description('who was told what, and why');
  ledger
    .command('list')
    .description('the newest disclosures')
    .option('--first <count>', 'how many', '20')
    .option('--client <id>', 'about this client only')
    .option('--agency <id>', "of this agency's records only")
    .option('--json', 'one JSON object a line')
    .action(({ first, client, agency, json }: ListOptions) =>
      withStore(async (store) => {
        const entries = await store.ledger.read({
          after: null,
          first: countOf(first),
          newestFirst: true,
          ...(client !== undefined && { clientId: client }),
          ...(agency !== undefined && { agencyId: agency }),
        });
        for (const entry of entries) console.log(json ? JSON.stringify(entry) : lineOf(entry));
        if (entries.length === 0) console.log('Nothing has been disclosed yet.');
      }),
    );
  ledger
    .command('verify')
    .description('find any edit, removal or reordering')
    .action(() =>
      withStore(async (store) => {
        const found = await store.ledger.verify();
        if (found.kind === 'INTACT') console.log(`Intact: ${found.entries} entries, each chained to the one before.`);
        else throw new StartFault(`Broken at entry ${found.seq}: ${found.why}.`);
      }),
    );
}

type ListOptions = Readonly<{ first: string; client?: string; agency?: string; json?: boolean }>;

async function withStore(run: (store: Store) => Promise<void>): Promise<void> {
  const url = process.env.DATABASE_URL ?? runningDemo()?.databaseUrl;
  if (!url) throw new StartFault('No hub is running here. Start one ("npm start"), or set DATABASE_URL.');
  const store = openStore(url);
  try {
    await run(store);
  } finally {
    await store.close();
  }
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 10_000)
    throw new StartFault(`--first is "${text}"; it takes a whole number from 1 to 10000.`);
  return count;
}

const lineOf = ({ seq, at, requester, purpose, clientId, agencyId, handle, categories, basis }: LedgerEntry): string =>
  `${seq}  ${at.toISOString()}  ${requester}  ${purpose}  client ${clientId}  record ${handle.slice(0, 8)} of ${agencyId}  ${
    categories.join(' ') || '(that it exists)'
  }${basis.length > 0 ? `  by ${basis.join(' ')}` : ''}`;
