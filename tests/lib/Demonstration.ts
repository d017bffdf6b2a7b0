import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { copyOf } from './copyOf.ts';
import { freePort } from './freePort.ts';
import { patienceMs } from './patience.ts';

const accord = fileURLToPath(new URL('../../gateway/cli/bin/accord.js', import.meta.url));
const watcher = new URL('./watchConnections.mjs', import.meta.url).href;

/** A demonstration as a new user starts it: one command, real processes, its own folder. */
export type Demonstration = Readonly<{
  url: string;
  port: number;
  agencyPort: number;
  folder: string;
  printed: () => string;
  accord(...words: readonly string[]): Promise<string>;
  ask(as: string, body: object, purpose?: string): Promise<{ data?: never; errors?: never; extensions?: never }>;
  /** Sends the signal that Ctrl-C sends, and returns the exit code. */
  interrupt(): Promise<number | null>;
  remove(): Promise<void>;
}>;

/** Starts a demonstration and waits until it says that it is running. If it ends first, throws with what it printed. */
export async function startDemonstration(kept?: string): Promise<Demonstration> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'accord-demo-')));
  await chmod(folder, 0o755);
  const port = await freePort();
  const agencyPort = await freePort(3);
  const env = {
    ...process.env,
    ACCORD_HOME: folder,
    ACCORD_DEADLINE_MS: String(patienceMs),
    ACCORD_CONNECTIONS: join(folder, 'connections.txt'),
    NODE_OPTIONS: `--import ${watcher}`,
  };
  const child = spawn(
    process.execPath,
    [accord, 'demo', 'start', '--port', String(port), '--agency-port', String(agencyPort), '--people', '300'],
    { env },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await running(child, () => printed);
  const url = `http://127.0.0.1:${port}`;
  const run = async (...words: readonly string[]): Promise<string> =>
    (
      await promisify(execFile)(process.execPath, [accord, ...words], {
        env: { ...process.env, NODE_OPTIONS: '', ACCORD_HOME: folder },
      })
    ).stdout.trim();
  // Good for hours, and a program has to start for each.
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (as: string): Promise<string> => {
    const token = tokens.get(as) ?? run('token', '--as', as);
    tokens.set(as, token);
    return token;
  };
  return {
    ...{ url, port, agencyPort, folder, printed: () => printed, accord: run },
    async ask(as, body, purpose = 'SERVICE_COORDINATION') {
      const token = await tokenOf(as);
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'x-accord-purpose': purpose,
      };
      const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
      return JSON.parse(await answer.text());
    },
    async interrupt() {
      child.kill('SIGINT');
      return ended;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * Starts a demonstration that nobody has used, from a copy of what a first start makes: people, their records and the links
 * between them.
 */
export async function startUnusedDemonstration(): Promise<Demonstration> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-demo-'));
  await copyOf('demonstration', startOnce, folder);
  return startDemonstration(folder);
}

async function startOnce(folder: string): Promise<void> {
  const demo = await startDemonstration(folder);
  await demo.interrupt();
}

async function running(child: ChildProcess, printed: () => string): Promise<void> {
  while (!printed().includes('Ctrl-C')) {
    if (child.exitCode !== null) throw new Error(`The demonstration ended: ${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
