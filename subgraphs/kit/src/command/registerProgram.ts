import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { InputFault } from './InputFault.ts';

/** The words of an agency's own program (`runAgency`), so that whoever joins learns one command. */
const words = {
  serve: ['', 'answer the hub over HTTP', 'answer the hub over HTTP', ''],
  connect: [
    '',
    'answer the hub over a connection that you open',
    'answer the hub over a connection that this machine opens, so that no port has to be open',
    '',
  ],
  sync: [
    '[options...]',
    'announce new and changed records to the hub',
    'announce new and changed records to the hub, encoded',
    `
Options of the agency's program:
  --whole           comparison of all records, instead of what is new
  --take-back-most  permission to take back most of the announced records`,
  ],
  check: [
    '[options...]',
    'find what the mapping gets wrong in your data',
    'find what the mapping gets wrong in your data: codes, dates, deleted rows, slow tables',
    `
Options of the agency's program:
  --records <N>     number of records to read (default: 5000)
  --whole           all records, however many
  --json            output as JSON`,
  ],
  preview: [
    '[number] [options...]',
    'show one record and who would see what of it',
    'show one record as it is on file and as it is told, and who would see what under your policy; without a number, the first record',
    `
Options of the agency's program:
  --json            output as JSON`,
  ],
  audit: [
    '[options...]',
    'count what your notes say but no alert names',
    'read your own notes and needs for what no alert names; this stays with you, and only counts of five or more leave your agency',
    `
Options of the agency's program:
  --rules <file>    file with the rules, instead of the hub's
  --rules-id <id>   rules of the hub to use, instead of its newest
  --windows <N>     closed periods that the first audit looks back on (default: 4)`,
  ],
} as const;

export type ProgramWord = keyof typeof words;

/** `accord-agency serve|connect|sync|preview …`: runs the agency's built program in this folder, with the settings of its `.env`. */
export function registerProgram(program: Command, word: ProgramWord): void {
  const [args, summary, description, options] = words[word];
  const command = program.command(`${word} ${args}`.trim()).summary(summary).description(description);
  if (options !== '') command.addHelpText('after', options);
  command
    .usage(`${args.startsWith('[number]') ? '[number] ' : ''}[options]`)
    .option('--program <file>', "the agency's built program", 'dist/main.js')
    .allowUnknownOption()
    .action(async () => {
      const { program: file } = command.opts<Readonly<{ program: string }>>();
      process.exitCode = await run(file, [word, ...command.args]);
    });
}

/** Ends as the program ends. Ctrl-C reaches both: the program stops by itself, and this waits for it. */
function run(file: string, words: readonly string[]): Promise<number> {
  const path = resolve(file);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new InputFault(
      `There is no ${file} here. In your agency's folder, run "npm run build", or name the program with --program.`,
    );
  const settings = existsSync('.env') ? ['--env-file=.env'] : [];
  const child = spawn(process.execPath, [...settings, path, ...words], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => done(code ?? 1));
  });
}
