import { Readable } from 'node:stream';

/** A command to run: its words, and what it finds around it. */
export type Order = Readonly<{
  words: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  input: string;
}>;

/** What a command printed, and its exit code. */
export type Outcome = Readonly<{ code: number; stdout: string; stderr: string }>;

// For tests (`testProgram.ts`): the program in a process that runs command after command. Starting anew takes a command longer
// than what it does. Each command has a program of its own (`accord.ts` is loaded again); only what that imports is shared.

let turn = 0;

process.on('message', async (order: Order) => {
  process.send?.(await outcomeOf(order));
});

async function outcomeOf({ words, env, cwd, input }: Order): Promise<Outcome> {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  // As `bin/accord.js` sets it.
  Object.assign(process.env, { NODE_ENV: 'production' }, env);
  process.chdir(cwd);
  process.argv = [process.execPath, 'accord', ...words];
  process.exitCode = 0;
  Object.defineProperty(process, 'stdin', { value: Readable.from([input]), configurable: true });
  const printed = { stdout: '', stderr: '' };
  const ended = endedBy(printed);
  turn += 1;
  await import(`./accord.js?turn=${turn}`).catch((error: unknown) => {
    if (ended.code === undefined) throw error;
  });
  process.stdout.removeAllListeners('error');
  return { ...printed, code: ended.code ?? Number(process.exitCode ?? 0) };
}

/** Collects what is printed, until the command ends by itself or with `process.exit`, whose code is then noted. */
function endedBy(printed: Record<'stdout' | 'stderr', string>): { code?: number } {
  const ended: { code?: number } = {};
  for (const name of ['stdout', 'stderr'] as const)
    process[name].write = (chunk: string | Uint8Array): boolean => {
      if (ended.code === undefined) printed[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      return true;
    };
  process.exit = (code) => {
    ended.code ??= Number(code ?? process.exitCode ?? 0);
    throw new Error('The command has ended.');
  };
  return ended;
}
