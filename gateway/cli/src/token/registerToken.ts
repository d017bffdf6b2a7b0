import { isRole } from '@accord/contract/roles';
import type { Role } from '@accord/contract/vocabulary';
import type { TokenHolder } from '@accord/server/demonstration/localIssuer';
import { StartFault } from '@accord/server/postgres/StartFault';
import type { Command } from 'commander';
import { demoFolder, readSecrets } from '../demo/DemoFolder.ts';
import { demoPeople } from '../demo/demoPeople.ts';
import { runningHere } from '../runningHere.ts';

const names = demoPeople.map(({ id }) => id).join(', ');

type TokenOptions = Readonly<{ as?: string; user?: string; agency?: string; role: string; port?: string }>;

/** `accord token --as NAME`, or `--user LOGIN --agency ID`: a token of the demonstration's own issuer. */
export function registerToken(program: Command): void {
  program
    .command('token')
    .description('issue a token for a person of the demonstration')
    .option('--as <name>', `one of its people: ${names}`)
    .option('--user <login>', 'or the sign-in name of a worker at an agency that joined the demonstration')
    .option('--agency <id>', "the agency's short name, with --user")
    .option('--role <role>', "the worker's role, with --user", 'PRACTITIONER')
    .option('--port <port>', 'port of the hub; without it, the port of the hub that runs here')
    .action(async (options: TokenOptions) => {
      const secrets = readSecrets(demoFolder());
      if (!secrets)
        throw new StartFault(`There is no demonstration in ${demoFolder()} yet. Start one with "npm start".`);
      const { issuerAt, mintToken } = await import('@accord/server/demonstration/localIssuer');
      const issuer = issuerAt(options.port === undefined ? hubHere() : onPort(options.port));
      console.log(await mintToken(holderOf(options), issuer, secrets.issuer, new Date()));
    });
}

const onPort = (port: string): string => `http://127.0.0.1:${port}`;

/** The address of the demonstration's hub: the one that is running, or the one that would be started by default. */
const hubHere = (): string => runningHere()?.url ?? onPort(process.env.ACCORD_PORT ?? '4000');

function holderOf({ as, user, agency, role }: TokenOptions): TokenHolder {
  if (as === undefined && user !== undefined && agency !== undefined)
    return { user, name: user, role: roleNamed(role), agency };
  const person = demoPeople.find(({ id }) => id === as);
  if (!person)
    throw new StartFault(
      `${as === undefined ? 'No person is named' : `The demonstration has no "${as}"`}. Use --as with one of ${names}, or --user with --agency.`,
    );
  return person;
}

function roleNamed(text: string): Role {
  if (isRole(text)) return text;
  throw new StartFault(`There is no role "${text}". Use a role such as PRACTITIONER, TEAM_LEADER or MANAGER.`);
}
