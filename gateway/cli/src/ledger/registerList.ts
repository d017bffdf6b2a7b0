import { StartFault } from '@accord/server/postgres/StartFault';
import type { LedgerEntry } from '@accord/server/store/LedgerEntry';
import type { Command } from 'commander';
import { withStore } from '../withStore.ts';

type ListOptions = Readonly<{ first: string; client?: string; agency?: string; json?: boolean }>;

/** `accord ledger list`: the newest disclosures. */
export function registerList(ledger: Command): void {
  ledger
    .command('list')
    .description('list the newest disclosures')
    .option('--first <count>', 'number of disclosures', '20')
    .option('--client <id>', 'only this client')
    .option('--agency <id>', "only this agency's records")
    .option('--json', 'output as JSON, one object a line')
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
        if (entries.length === 0 && !json) console.log('Nothing has been disclosed yet.');
      }),
    );
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 10_000)
    throw new StartFault(`--first is "${text}". Use a whole number from 1 to 10000.`);
  return count;
}

const lineOf = ({ seq, at, requester, purpose, clientId, agencyId, handle, categories, basis }: LedgerEntry): string =>
  `${seq}  ${at.toISOString()}  ${requester}  ${purpose}  client ${clientId}  record ${handle.slice(0, 8)} of ${agencyId}  ${
    categories.join(' ') || '(that it exists)'
  }${basis.length > 0 ? `  by ${basis.join(' ')}` : ''}`;
