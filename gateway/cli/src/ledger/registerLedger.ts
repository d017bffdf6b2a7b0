import type { Command } from 'commander';
import { registerCheckpoint } from './registerCheckpoint.ts';
import { registerExport } from './registerExport.ts';
import { registerList } from './registerList.ts';
import { registerVerify } from './registerVerify.ts';

/** `accord ledger …`: the ledger of the hub at DATABASE_URL, or of the demonstration that runs here. */
export function registerLedger(program: Command): void {
  const ledger = program.command('ledger').description('list, verify and export disclosures');
  registerList(ledger);
  registerVerify(ledger);
  registerCheckpoint(ledger);
  registerExport(ledger);
}
