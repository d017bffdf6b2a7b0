import { StartFault } from '@accord/server/postgres/StartFault';
import type { Command } from 'commander';
import { demoFolderHere } from './DemoFolder.ts';
import { joinSettings } from './joinSettings.ts';
import { resetDemo } from './resetDemo.ts';

/** `accord demo start|reset`. */
export function registerDemo(program: Command): void {
  const demo = program.command('demo').description('three invented agencies and a hub, on this machine');
  demo
    .command('start')
    .description('start everything; the data of an earlier start are kept')
    .option('--port <port>', 'port of the hub', process.env.ACCORD_PORT ?? '4000')
    .option('--agency-port <port>', "port of the first agency, the others' following", process.env.ACCORD_AGENCY_PORT)
    .option('--people <count>', 'how many people to invent, at the first start', '5000')
    .option('--seed <seed>', 'what to invent them from, at the first start', '581')
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
    .description('have each agency audit its own records; then ask for "audit" and "reaudit" in the graph')
    .action(async () => {
      const { auditDemo } = await import('./auditDemo.ts');
      await auditDemo((said) => console.log(said));
    });
  demo
    .command('settings')
    .description('what an agency that joins the demonstration is told, as lines for its .env')
    .action(() => console.log(joinSettings()));
  demo
    .command('reset')
    .description('forget the demonstration: its databases, keys and logs')
    .action(() => {
      resetDemo();
      console.log(`${demoFolderHere()} is gone. "npm start" makes a new demonstration.`);
    });
}

type StartOptions = Readonly<{ port: string; agencyPort?: string; people: string; seed: string }>;

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new StartFault(`${option} is "${text}"; it takes a whole number from 1 to ${most}.`);
  return number;
}
