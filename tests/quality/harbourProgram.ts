import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readKeys } from '@accord/server/keys';
import { freePort } from '../lib/freePort.ts';
import { hubKeys, linkageSecret } from '../lib/openAgencies.ts';

const program = fileURLToPath(new URL('../../subgraphs/harbour/dist/main.js', import.meta.url));

/** Harbour's own program in a process of its own, as its staff run it. */
export type HarbourProgram = Readonly<{
  url: string;
  /** Kills the process (SIGKILL). */
  kill(): Promise<void>;
}>;

/** Starts it with these settings beside those that every agency has. If it does not start, throws what it printed. */
export async function startHarbour(settings: Readonly<Record<string, string>>): Promise<HarbourProgram> {
  const { publicJwk } = await readKeys(hubKeys);
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, [program], {
    env: {
      PATH: process.env.PATH,
      ...{ ACCORD_PORT: String(port), ACCORD_HUB_KEY: JSON.stringify(publicJwk) },
      ACCORD_LINKAGE_SECRET: Buffer.from(linkageSecret).toString('base64url'),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(child, 'exit');
  const listens = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk) => String(chunk).includes('listens on') && resolve());
  });
  await Promise.race([
    listens,
    ended.then(() => {
      throw new Error(said);
    }),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
