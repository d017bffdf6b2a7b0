import { availableParallelism } from 'node:os';
import { type Environment, numberOf } from './numberOf.ts';

/** Processes at most: beyond that, more machines. */
const most = 64;

/** In how many processes the hub answers: one where nothing is set, `auto` for as many as there are processors. Throws a `StartFault`. */
export function readProcesses(env: Environment): number {
  if (env.ACCORD_WORKERS === 'auto') return Math.min(most, availableParallelism());
  return numberOf(env, 'ACCORD_WORKERS', 1, most);
}
