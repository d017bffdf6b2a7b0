import type { Command } from 'commander';
import { registerAdd } from './registerAdd.ts';
import { registerList } from './registerList.ts';
import { registerRemove } from './registerRemove.ts';
import { registerStewardship } from './registerStewardship.ts';
import { registerSuspend } from './registerSuspend.ts';
import { registerUpgrade } from './registerUpgrade.ts';

/**
 * `accord agency …`: who takes part, at the hub at DATABASE_URL or of the demonstration that runs here.
 *
 * A hub reads its partners with every request: what is done here holds on every replica from the next request on, and costs none.
 */
export function registerAgency(program: Command): void {
  const agency = program.command('agency').description('manage the agencies that take part');
  registerAdd(agency);
  registerUpgrade(agency);
  registerSuspend(agency);
  registerRemove(agency);
  registerStewardship(agency);
  registerList(agency);
}
