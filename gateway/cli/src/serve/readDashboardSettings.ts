import type { DashboardSettings } from '@accord/server/http/serveDashboard';
import { StartFault } from '@accord/server/postgres/StartFault';
import { type Environment, numberOf } from './numberOf.ts';

/** A page that reveals nothing about why somebody was here. */
const usualLeaveTo = 'https://www.wikipedia.org/';

/** The dashboard's settings from the environment. Throws a `StartFault` that names the variable. */
export function readDashboardSettings(env: Environment, signIn: DashboardSettings['signIn']): DashboardSettings {
  const leaveTo = env.ACCORD_LEAVE_TO ?? usualLeaveTo;
  if (!URL.canParse(leaveTo) || !/^https?:$/.test(new URL(leaveTo).protocol))
    throw new StartFault(`ACCORD_LEAVE_TO is "${leaveTo}". Set it to the http(s) address of a harmless page.`);
  return { signIn, idleMinutes: numberOf(env, 'ACCORD_IDLE_MINUTES', 15, 240), leaveTo };
}
