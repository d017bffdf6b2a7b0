import { StartFault } from '@accord/server/postgres/StartFault';
import type { HubSettings } from '@accord/server/serveHub';
import type { Environment } from './numberOf.ts';

/** Which executor runs query plans: by default the hub's own. Throws a `StartFault` that names the variable. */
export function readExecutor({ ACCORD_EXECUTOR: text = 'own' }: Environment): NonNullable<HubSettings['executor']> {
  if (text === 'apollo' || text === 'own') return text;
  throw new StartFault(`ACCORD_EXECUTOR is "${text}". Set it to apollo or own.`);
}
