import { issuerAt, mintToken } from '@accord/server/demonstration/localIssuer';
import { StartFault } from '@accord/server/postgres/StartFault';
import type { Command } from 'commander';
import { demoFolder, readSecrets } from '../demo/DemoFolder.ts';
import { demoPeople } from '../demo/demoPeople.ts';

/** `accord token --as NAME`: a token of the demonstration's own issuer. */
export function registerToken(program: Command): void {
  program
    .command('token')
    .description('mint a token for somebody of the demonstration')
    .requiredOption('--as <name>', `one of ${demoPeople.map(({ id }) => id).join(', ')}`)
    .option('--port <port>', 'port of the hub', process.env.ACCORD_PORT ?? '4000')
    .action(async ({ as, port }: Record<'as' | 'port', string>) => {
      const person = demoPeople.find(({ id }) => id === as);
      if (!person)
        throw new StartFault(
          `There is nobody called "${as}"; try one of ${demoPeople.map(({ id }) => id).join(', ')}.`,
        );
      const secrets = readSecrets(demoFolder());
      if (!secrets) throw new StartFault(`There is no demonstration in ${demoFolder()} yet; "npm start" makes one.`);
      console.log(await mintToken(person, issuerAt(`http://127.0.0.1:${port}`), secrets.issuer, new Date()));
    });
}
