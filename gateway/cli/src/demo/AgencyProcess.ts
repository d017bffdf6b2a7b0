import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from '@accord/server/postgres/StartFault';
import type { DemoAgency } from './demoAgencies.ts';

/** How long an agency may take to start, in milliseconds. */
const startLimitMs = 60_000;

/** An agency's program, running. */
export type AgencyProcess = Readonly<{ stop(): Promise<void> }>;

type Environment = Readonly<Record<string, string>>;

/**
 * Starts an agency's subgraph in a process of its own and waits until it is healthy.
 *
 * It gets its own process group: Ctrl-C reaches only this program, which stops everything in order. If the agency does not
 * start, throws a `StartFault` with the last line it printed.
 */
export async function startAgency(agency: DemoAgency, env: Environment, logFolder: string): Promise<AgencyProcess> {
  const child = run(agency, ['main.js'], env);
  const log = keepLog(child, join(logFolder, `${agency.id}.log`));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const deadline = Date.now() + startLimitMs;
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  // Only its own log says that it listens: on its port another demonstration's agency of the same name may answer.
  while (!log.listens() || !(await healthy(agency))) {
    if (hasEnded())
      throw new StartFault(`${agency.name} did not start: ${log.last() || `it exited with code ${child.exitCode}`}`);
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new StartFault(
        `${agency.name} did not answer on port ${agency.port} within ${startLimitMs / 1000} seconds.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    async stop() {
      if (!hasEnded()) child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(late);
    },
  };
}

/** Runs one of an agency's programs to its end and returns what it printed; throws a `StartFault` with that if it failed. */
export async function runAgencyProgram(
  agency: DemoAgency,
  program: readonly string[],
  env: Environment,
): Promise<string> {
  const child = run(agency, program, env);
  let printed = '';
  child.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    printed += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', (found) => resolve(found)));
  if (code !== 0)
    throw new StartFault(
      printed.trim().split('\n').at(-1) || `${agency.name}: ${program.join(' ')} exited with code ${code}.`,
    );
  return printed.trim();
}

function run(agency: DemoAgency, [file = '', ...rest]: readonly string[], env: Environment): ChildProcess {
  return spawn(process.execPath, [join(agency.folder, 'dist', file), ...rest], {
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** Writes a program's output to a file. Returns its last line, and whether it has said that it listens. */
function keepLog(child: ChildProcess, path: string): Readonly<{ last: () => string; listens: () => boolean }> {
  const file = createWriteStream(path, { flags: 'a', mode: 0o600 });
  let last = '';
  let begun = '';
  const listens = (): boolean => / listens on http/.test(begun);
  const keep = (chunk: Buffer): void => {
    file.write(chunk);
    if (!listens()) begun += chunk.toString('utf8');
    last = chunk.toString('utf8').trim().split('\n').at(-1) ?? last;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return { last: () => last, listens };
}

async function healthy({ id, port }: DemoAgency): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(1_000) });
    const found: unknown = await response.json();
    return response.ok && typeof found === 'object' && found !== null && Reflect.get(found, 'agency') === id;
  } catch {
    return false;
  }
}
