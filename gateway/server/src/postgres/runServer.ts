import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartFault } from './StartFault.ts';
import type { ServerUser } from './serverUser.ts';
import { whyServerFailed } from './whyServerFailed.ts';

type Run = Readonly<{
  dir: string;
  port: number;
  program: string;
  user: ServerUser;
  log: (line: string) => void;
  durable: boolean;
  mostConnections: number;
}>;

export type RunningServer = Readonly<{ port: number; ended: Promise<string>; stop: () => Promise<void> }>;

const patienceMs = 20_000;

/** @returns a server that accepts connections. @throws StartFault when it ended before accepting any. */
export async function runServer(run: Run): Promise<RunningServer> {
  const child = spawn(run.program, ['-D', run.dir, ...settings(run)], {
    ...run.user,
    cwd: run.dir,
    env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A process group of its own: Ctrl-C in the terminal is meant for the hub, which stops the server last.
    detached: true,
  });
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(`PostgreSQL ended (${signal ?? `code ${code}`})`));
  });
  await ready(child, exited, run);
  const watcher = endWithThisProcess(child, run.user);
  let stopping: Promise<void> | undefined;
  void exited.then(() => watcher?.kill());
  return {
    port: run.port,
    ended: exited,
    stop: () => {
      stopping ??= stop(child, exited);
      return stopping;
    },
  };
}

function settings({ port, durable, mostConnections }: Run): readonly string[] {
  const onOff = durable ? 'on' : 'off';
  return Object.entries({
    port: String(port),
    max_connections: String(mostConnections),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    logging_collector: 'off',
    log_destination: 'stderr',
    lc_messages: 'C',
    // Durable: an acknowledged ledger entry is on disk.
    fsync: onOff,
    synchronous_commit: onOff,
    full_page_writes: onOff,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function ready(child: ChildProcess, exited: Promise<string>, run: Run): Promise<void> {
  let said = '';
  const started = new Promise<'started'>((resolve) => {
    if (child.stderr === null) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      run.log(line);
      // Kept only while starting, to explain a failure.
      if (said.length < 100_000) said += `${line}\n`;
      if (line.includes('database system is ready to accept connections')) resolve('started');
    });
  });
  if ((await Promise.race([started, exited])) === 'started') return;
  throw new StartFault(whyServerFailed(said === '' ? await exited : said, run));
}

/**
 * Starts a shell that ends the server once this process has gone. It waits for our end of a pipe to close, which happens even after
 * SIGKILL. Without it a killed hub would leave behind a server that holds the folder.
 */
function endWithThisProcess(server: ChildProcess, user: ServerUser): ChildProcess | null {
  if (process.platform === 'win32' || server.pid === undefined) return null;
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'sh', String(server.pid)], {
    ...user,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.once('error', () => undefined);
  watcher.stdin?.once('error', () => undefined);
  watcher.unref();
  return watcher;
}

/** Stops the server with SIGINT, PostgreSQL's fast shutdown: open transactions are rolled back, and everything acknowledged is on disk. */
async function stop(child: ChildProcess, exited: Promise<string>): Promise<void> {
  child.kill('SIGINT');
  const late = new AbortController();
  const slow = sleep(patienceMs, 'slow', { signal: late.signal }).catch(() => 'ended');
  if ((await Promise.race([exited, slow])) === 'slow') child.kill('SIGQUIT');
  late.abort();
  await exited;
}
