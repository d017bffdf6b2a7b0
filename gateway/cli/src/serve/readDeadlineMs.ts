import { type Environment, numberOf } from './numberOf.ts';

/** How long the hub waits for an agency, in milliseconds, from the environment. Throws a `StartFault` that names the variable. */
export const readDeadlineMs = (env: Environment): number => numberOf(env, 'ACCORD_DEADLINE_MS', 3_000, 60_000);
