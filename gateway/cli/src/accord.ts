import { Command, Help } from 'commander';
import { failWith } from './failWith.ts';
import { heedStdout } from './heedStdout.ts';

type Register = (program: Command) => void;

/** A command's help is loaded when the command is named, and its code (a second for the hub alone) when it is run. */
const commands: Readonly<Record<string, () => Promise<Register>>> = {
  serve: async () => (await import('./serve/registerServe.ts')).registerServe,
  ledger: async () => (await import('./ledger/registerLedger.ts')).registerLedger,
  consent: async () => (await import('./consent/registerConsent.ts')).registerConsent,
  key: async () => (await import('./key/registerKey.ts')).registerKey,
  link: async () => (await import('./link/registerLink.ts')).registerLink,
  agency: async () => (await import('./agency/registerAgency.ts')).registerAgency,
  contract: async () => (await import('./contract/registerContract.ts')).registerContract,
  demo: async () => (await import('./demo/registerDemo.ts')).registerDemo,
  token: async () => (await import('./token/registerToken.ts')).registerToken,
};

const program = new Command('accord')
  .description('Run and administer an Accord hub.')
  // Commander reports missing mandatory options one at a time, and its help does not say which options are mandatory.
  .configureHelp({
    // The list shows each command's arguments only; the command's own help shows its options.
    subcommandTerm: (command) => new Help().subcommandTerm(command).replace(' [options]', ''),
    optionDescription: (option) => `${new Help().optionDescription(option)}${option.mandatory ? ' (required)' : ''}`,
  })
  .showHelpAfterError('Run the command with --help to see its arguments and options.');
const [, , asked = ''] = process.argv;
heedStdout(asked === 'serve' || asked === 'demo');
// If no known command is named, all are loaded, so that help and error messages list them.
const loading = Object.hasOwn(commands, asked) ? [commands[asked]] : Object.values(commands);
for (const load of loading) (await load?.())?.(program);
await program.parseAsync().catch(failWith);
