import { availableParallelism } from 'node:os';
import { type Environment, numberOf } from './numberOf.ts';

/** The most processes; for more load, use more machines. */
const most = 64;

/** How many processes the hub answers in: one by default, `auto` for as many as there are processors. Throws a `StartFault`. */
export function readProcesses(env: Environment): number {
  if (env.ACCORD_WORKERS === 'auto') return Math.min(most, availableParallelism());
  return numberOf(env, 'ACCORD_WORKERS', 1, most);
}
