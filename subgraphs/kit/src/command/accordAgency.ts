import { Command, Help } from 'commander';
import type { ProgramWord } from './registerProgram.ts';
import { tellCommandFault } from './tellCommandFault.ts';

type Register = (program: Command) => void;

/** One line a command, in the order in which an agency joins. What each says of itself is loaded when it is asked, and what it does when it is run. */
const commands: Readonly<Record<string, () => Promise<Register>>> = {
  init: async () => (await import('./registerInit.ts')).registerInit,
  example: async () => (await import('./registerExample.ts')).registerExample,
  keys: async () => (await import('./registerKeys.ts')).registerKeys,
  check: ofProgram('check'),
  preview: ofProgram('preview'),
  doctor: async () => (await import('./registerDoctor.ts')).registerDoctor,
  policy: async () => (await import('./registerPolicy.ts')).registerPolicy,
  serve: ofProgram('serve'),
  connect: ofProgram('connect'),
  sync: ofProgram('sync'),
  audit: ofProgram('audit'),
  log: async () => (await import('./registerLog.ts')).registerLog,
};

const program = new Command('accord-agency')
  .description('Join a partnership with the system your agency already has.')
  // What follows a command's name in the list is its arguments: that there are options, its own help says.
  .configureHelp({
    subcommandTerm: (command) => new Help().subcommandTerm(command).replaceAll(/ \[options(\.\.\.)?\]/g, ''),
  })
  .showHelpAfterError('Run the command with --help to see its arguments and options.');
const [, , asked = ''] = process.argv;
// All of them where none is asked by name, so that help and mistakes name them all.
const loading = Object.hasOwn(commands, asked) ? [commands[asked]] : Object.values(commands);
for (const load of loading) (await load?.())?.(program);
await program.parseAsync().catch((error: unknown) => {
  const { sentence, mendable } = tellCommandFault(error);
  console.error(sentence);
  process.exitCode = mendable ? 2 : 1;
});

/** A word of the agency's own program. */
function ofProgram(word: ProgramWord): () => Promise<Register> {
  return async () => {
    const { registerProgram } = await import('./registerProgram.ts');
    return (program) => registerProgram(program, word);
  };
}
