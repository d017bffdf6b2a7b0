import { StartFault } from '@accord/server/postgres/StartFault';
import type { Command } from 'commander';
import { demoFolderHere } from './DemoFolder.ts';
import { joinSettings } from './joinSettings.ts';
import { resetDemo } from './resetDemo.ts';

/** `accord demo start|reset`. */
export function registerDemo(program: Command): void {
  const demo = program.command('demo').description('run a demonstration: a hub and three invented agencies');
  demo
    .command('start')
    .summary('start the demonstration, or start it again')
    .description('start the demonstration; a later start keeps the data of an earlier one')
    .option('--port <port>', 'port of the hub', process.env.ACCORD_PORT ?? '4000')
    .option(
      '--agency-port <port>',
      'port of the first agency; the others take the next ones',
      process.env.ACCORD_AGENCY_PORT,
    )
    .option('--people <count>', 'number of people to invent, at the first start', '5000')
    .option('--seed <seed>', 'random seed to invent them from, at the first start', '581')
    .action(async ({ port, agencyPort, people, seed }: StartOptions) => {
      const settings = {
        port: wholeNumber('--port', port, 65_535),
        agencyPort: agencyPort === undefined ? undefined : wholeNumber('--agency-port', agencyPort, 65_000),
        people: {
          count: wholeNumber('--people', people, 1_000_000),
          seed: wholeNumber('--seed', seed, Number.MAX_SAFE_INTEGER),
          asOf: new Date().toISOString().slice(0, 10),
        },
      };
      const { runDemo } = await import('./runDemo.ts');
      await runDemo(settings);
    });
  demo
    .command('audit')
    .summary('have each agency audit its own records')
    .description('have each agency audit its own records; then query "audit" and "reaudit"')
    .action(async () => {
      const { auditDemo } = await import('./auditDemo.ts');
      await auditDemo((said) => console.log(said));
    });
  demo
    .command('settings')
    .summary('print what a joining agency needs in its .env')
    .description('print the settings of an agency that joins the demonstration, as lines for its .env')
    .action(() => console.log(joinSettings()));
  demo
    .command('reset')
    .description('delete the demonstration: its databases, keys and logs')
    .action(() => {
      resetDemo();
      console.log(`${demoFolderHere()} is deleted. "npm start" makes a new demonstration.`);
    });
}

type StartOptions = Readonly<{ port: string; agencyPort?: string; people: string; seed: string }>;

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new StartFault(`${option} is "${text}". Use a whole number from 1 to ${most}.`);
  return number;
}
