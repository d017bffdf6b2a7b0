import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { InputFault } from './InputFault.ts';

/** The commands of an agency's own program (`runAgency`), offered here so that people need to learn only one command. */
const words = {
  serve: ['', 'answer the hub over HTTP'],
  connect: ['', 'answer the hub over a connection that this machine dials, with no port open'],
  sync: [
    '[options...]',
    'announce to the hub what is new of your records (--whole: compare all of them; --take-back-most: most may be gone)',
  ],
  check: [
    '[options...]',
    'tell what will not come out right: codes, dates, deleted rows, slow tables (--json, --whole, --records N)',
  ],
  preview: [
    '[number] [options...]',
    'show one record as it is on file, as it is told, and who would see what under your policy (--json)',
  ],
  audit: [
    '[options...]',
    'read your own notes and needs for what no alert names, here and for yourself; only counts of five or more are told (--rules FILE, --rules-id ID, --windows N)',
  ],
} as const;

export type ProgramWord = keyof typeof words;

/**
 * `accord-agency serve|connect|sync|preview …`: runs the agency's built program in this folder, with the settings in its
 * `.env`.
 */
export function registerProgram(program: Command, word: ProgramWord): void {
  const [args, description] = words[word];
  const command = program.command(`${word} ${args}`.trim()).description(description);
  command
    .option('--program <file>', "the agency's built program", 'dist/main.js')
    .allowUnknownOption()
    .action(async () => {
      const { program: file } = command.opts<Readonly<{ program: string }>>();
      process.exitCode = await run(file, [word, ...command.args]);
    });
}

/**
 * Runs the program and returns its exit code. Ctrl-C reaches both processes: the program stops on its own, and this one
 * waits for it.
 */
function run(file: string, words: readonly string[]): Promise<number> {
  const path = resolve(file);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new InputFault(
      `There is no ${file} here. Go to your agency's folder and run "npm run build", or name the program with --program.`,
    );
  const settings = existsSync('.env') ? ['--env-file=.env'] : [];
  const child = spawn(process.execPath, [...settings, path, ...words], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => done(code ?? 1));
  });
}
