import type { Command } from 'commander';
import { registerAdd } from './registerAdd.ts';
import { registerList } from './registerList.ts';
import { registerRemove } from './registerRemove.ts';
import { registerStewardship } from './registerStewardship.ts';
import { registerSuspend } from './registerSuspend.ts';
import { registerUpgrade } from './registerUpgrade.ts';

/**
 * `accord agency …`: who takes part, at the hub at DATABASE_URL or at the demonstration that runs here.
 *
 * A hub reads its partners with every request: a change made here takes effect on every replica with the next request, and
 * interrupts none.
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
