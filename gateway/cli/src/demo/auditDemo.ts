import { StartFault } from '@accord/server/postgres/StartFault';
import { runningHere } from '../runningHere.ts';
import { runAgencyProgram } from './AgencyProcess.ts';
import { demoFolder, readSecrets } from './DemoFolder.ts';
import { demoAgencies } from './demoAgencies.ts';
import { environmentOf } from './environmentOf.ts';

/**
 * Has each agency of the running demonstration audit its own records, as each would on its own machine, and reports what each
 * printed. Only suppressed counts leave an agency, when the hub asks for them (`audit`). Throws a `StartFault` if no
 * demonstration runs from this folder.
 */
export async function auditDemo(tell: (said: string) => void): Promise<void> {
  const secrets = readSecrets(demoFolder());
  const running = runningHere();
  if (!secrets || !running)
    throw new StartFault('No demonstration is running from this folder. Start one with "npm start".');
  const url = (database: string): string =>
    Object.assign(new URL(running.databaseUrl), { pathname: `/${database}` }).href;
  const postgres = { url, adminUrl: url('postgres') };
  const hubPort = Number(new URL(running.url).port);
  for (const agency of demoAgencies())
    tell(
      await runAgencyProgram(
        agency,
        ['main.js', 'audit'],
        environmentOf(agency, secrets, postgres, demoFolder(), hubPort),
      ),
    );
}
