// Processes that a benchmark starts, and that end with it.
import { fork, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { option } from './options.mjs';
import { pin } from './pin.mjs';

const started = [];
const profiled = [];

/**
 * Starts a module of this folder in its own process and waits for its first message, which is returned with its `pid`. `word` is sent to it
 * if it is too long for the environment; `node` are arguments for Node, and `under` is another program that runs Node. With `--prof DIR`, a
 * measured process writes a CPU profile there when it ends.
 */
export function forked(file, { args = [], env = {}, word, part = 'others', name = args[0], node = [], under }) {
  const folder = part === 'measured' ? option('prof') : undefined;
  if (folder) mkdirSync(folder, { recursive: true });
  const profile = folder ? ['--import', new URL('./profile.mjs', import.meta.url).href] : [];
  const child = fork(fileURLToPath(new URL(`../${file}`, import.meta.url)), args, {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ...env,
      ...(folder && { ACCORD_PROFILE: join(resolve(folder), `${name}.cpuprofile`) }),
    },
    ...(under && { execPath: under[0] }),
    execArgv: [...(under ?? []).slice(1), ...node, ...profile],
  });
  if (folder) profiled.push(child);
  if (word !== undefined) child.send(word);
  return begun(child, part, file, (tell) => child.once('message', tell));
}

/** Starts another program, and waits until `ready` is true for it. */
export async function spawned(program, args, { part = 'others', ready, ...options }) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (words = `${words}${chunk}`.slice(-4_000)));
  child.once('exit', (code) => code && console.error(words));
  return begun(child, part, program, async (tell) => {
    for (let tries = 0; tries < 600; tries += 1) {
      if (await ready(words).catch(() => false)) return tell({});
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${program} is not ready after a minute: ${words}`);
  });
}

function begun(child, part, name, whenReady) {
  started.push(child);
  if (child.pid) pin(child.pid, part);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended with code ${code}.`)));
    const tell = (message) => {
      // Threads that started meanwhile are pinned to the same core.
      pin(child.pid, part);
      resolve({ ...message, pid: child.pid, child });
    };
    Promise.resolve(whenReady(tell)).catch(reject);
  });
}

/** Starts the profiles if there is `--prof`: everything before this was warm-up. */
export function startProfiles() {
  for (const child of profiled.splice(0)) child.kill('SIGUSR2');
}

/** Ends everything that was started, in reverse order, and waits for it. */
export async function endChildren() {
  for (const child of started.reverse()) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const over = new Promise((resolve) => child.once('exit', resolve));
    // Modules of ours exit by themselves once disconnected, so that their profiles are written.
    if (child.connected) child.disconnect();
    else child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await over;
    clearTimeout(late);
  }
}
