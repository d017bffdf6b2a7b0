import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { hubKeys } from './openAgencies.ts';
import { patienceMs } from './patience.ts';

/** When an answer was sent, in nanoseconds of the machine's monotonic clock: not before `began`, and completely by `ended`. */
export type Sent = Readonly<{ began: number; ended: number }>;

export type HubQuestion = Readonly<{
  /** The caller, as `user.ROLE.agency`. */
  as: string;
  query: string;
  variables?: Readonly<Record<string, unknown>>;
  purpose?: string;
  /** Identifies the answer among those sent. */
  id?: string;
}>;

/** A hub in a process of its own. */
export type HubProcess = Readonly<{
  url: string;
  /** Rejects if the answer did not arrive complete. */
  ask(question: HubQuestion): Promise<Readonly<{ status: number; body: string }>>;
  /** When each answer so far was sent, by the question's id. */
  sent(): Promise<ReadonlyMap<string, Sent>>;
  /** Kills the process (SIGKILL). */
  kill(): Promise<void>;
}>;

const program = fileURLToPath(new URL('./hubProcess.mjs', import.meta.url));

/** The machine's monotonic clock in nanoseconds; it is the same in every process. */
export const monotonic = (): number => Number(process.hrtime.bigint());

/** Where a hub listens, and whether other replicas can reach it there. By default: on any port, and they cannot. */
export type HubPlace = Readonly<{ port?: number; isReached?: boolean; deadlineMs?: number }>;

/** Starts a hub, with the tests' keys, on a database that already has this version's schema. */
export async function startHubProcess(databaseUrl: string, place: HubPlace = {}): Promise<HubProcess> {
  const child = fork(program, { env: { ...process.env, NODE_OPTIONS: '' }, execArgv: [] });
  const { url } = await exchange<{ url: string }>(child, {
    ...{ databaseUrl, keys: hubKeys, deadlineMs: patienceMs },
    ...place,
  });
  const pool = new Pool(url, { connections: 16 });
  return {
    url,
    async ask({ as, query, variables, purpose = 'SERVICE_COORDINATION', id = '' }) {
      const response = await pool.request({
        method: 'POST',
        path: '/graphql',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${as}`,
          'x-accord-purpose': purpose,
          'x-test-id': id,
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.statusCode, body: await response.body.text() };
    },
    async sent() {
      const { sent } = await exchange<{ sent: readonly (readonly [string, number, number])[] }>(child, 'sent');
      return new Map(sent.map(([id, began, ended]) => [id, { began, ended }]));
    },
    async kill() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      await pool.destroy();
    },
  };
}

function exchange<Answer>(child: ChildProcess, message: object | string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`The hub's process ended with code ${code}.`));
    child.once('exit', ended);
    child.once('message', (answer: Answer) => {
      child.off('exit', ended);
      resolve(answer);
    });
    child.send(message);
  });
}
