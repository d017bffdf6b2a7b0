import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type ThrowawayPostgres, throwawayPostgres } from '@accord/seeding/throwawayPostgres';

// An agency's program as it runs, when its database does not let it in.

const program = fileURLToPath(new URL('../../subgraphs/harbour/dist/main.js', import.meta.url));
const run = promisify(execFile);

let server: ThrowawayPostgres;
beforeAll(async () => {
  server = await throwawayPostgres();
});
afterAll(() => server?.stop());

/** What the program prints on standard error when it ends with exit code 1. */
async function said(databaseUrl: string): Promise<string> {
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl };
  const failed: unknown = await run(process.execPath, [program, 'check'], { env }).catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: 1 });
  return String(Reflect.get(Object(failed), 'stderr')).trimEnd();
}

test.each<readonly [string, (url: URL) => void, (url: URL) => string]>([
  [
    'nobody answers',
    (url) => {
      url.port = '1';
    },
    () => 'No database answers at 127.0.0.1:1. Start it, or correct the host and port.',
  ],
  [
    'there is no such host',
    (url) => {
      url.hostname = 'nowhere.invalid';
    },
    ({ host }) => `There is no host ${host}. Correct it in the connection.`,
  ],
  [
    'the role is refused',
    (url) => {
      url.password = 'secret';
    },
    ({ host }) => `${host} refused user "postgres". Correct the user or the password.`,
  ],
  [
    'the database does not exist',
    (url) => {
      url.pathname = '/nowhere';
    },
    ({ host }) => `There is no database "nowhere" at ${host}. Correct its name in the connection.`,
  ],
])('if %s, the program says so in one sentence, and what to set', async (_what, change, sentence) => {
  const url = new URL(server.adminUrl);
  change(url);
  expect(await said(url.href)).toBe(`${sentence(url)} The connection is set in DATABASE_URL.`);
});

test('an address that is not a URL is shown without its password', async () => {
  const told = await said('postgresql://reader:s[e/cret@127.0.0.1:x/harbour');
  expect(told).toMatch(/^DATABASE_URL is not a URL\. Write it as engine:/);
  expect(told).not.toMatch(/cret/);
});
