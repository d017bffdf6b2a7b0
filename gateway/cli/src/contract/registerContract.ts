import type { Command } from 'commander';
import { registerModules } from './registerModules.ts';

/**
 * `accord contract …`: the contract and the partnership's own modules, at the hub at DATABASE_URL or at the demonstration here.
 */
export function registerContract(program: Command): void {
  registerModules(program.command('contract').description("manage the partnership's own modules of the contract"));
}
