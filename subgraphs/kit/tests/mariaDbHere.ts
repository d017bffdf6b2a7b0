import { connect } from 'node:net';
import mariadb from 'mariadb';

const server = { host: '127.0.0.1', port: 3306, user: 'root', password: '' };

const answers = await new Promise<boolean>((resolve) => {
  const socket = connect(server.port, server.host, () => resolve(socket.destroy() !== null));
  socket.once('error', () => resolve(false));
  socket.setTimeout(2000, () => resolve(socket.destroy() === null));
});

if (!answers && process.env.ACCORD_REQUIRE_MARIADB === '1') {
  throw new Error('No MariaDB answers at 127.0.0.1:3306, and ACCORD_REQUIRE_MARIADB asks for one.');
}
if (!answers) console.warn('No MariaDB answers at 127.0.0.1:3306: its tests are skipped.');

/** A group of tests on this machine's real MariaDB; skipped, with a name that says so, where there is none. */
export const describeMariaDb = (name: string, tests: () => void): void =>
  answers ? describe(name, tests) : describe.skip(`${name} (skipped: no MariaDB at 127.0.0.1:3306)`, tests);

export type MariaDbDatabase = Readonly<{ url: string; run(sql: string): Promise<void>; drop(): Promise<void> }>;

/** A database of its own under this name, replacing one that a killed test left. `run` takes several statements. */
export async function mariaDbDatabase(name: string): Promise<MariaDbDatabase> {
  const run = async (sql: string, database?: string) => {
    const connection = await mariadb.createConnection({
      ...server,
      multipleStatements: true,
      ...(database === undefined ? {} : { database }),
    });
    await connection.query(sql).finally(() => connection.end());
  };
  await run(`DROP DATABASE IF EXISTS \`${name}\`; CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`);
  return {
    url: `mysql://root@127.0.0.1:3306/${name}`,
    run: (sql) => run(sql, name),
    drop: () => run(`DROP DATABASE IF EXISTS \`${name}\``),
  };
}
