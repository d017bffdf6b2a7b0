import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Order, Outcome } from './keptProgram.ts';

/** The program as tests run it dozens of times: `keptProgram.ts`, started with the first command. */
export type TestProgram = Readonly<{
  /**
   * Runs one command, in this environment and folder and with this on standard input (default: nothing), after those before it.
   * Rejects if it ended the process.
   */
  run(words: readonly string[], place?: Partial<Omit<Order, 'words'>>): Promise<Outcome>;
  stop(): void;
}>;

const kept = fileURLToPath(new URL('./keptProgram.js', import.meta.url));

/** For tests of what commands do. One test of each command starts the program itself: that it starts, and ends, is tested there. */
export function testProgram(): TestProgram {
  let child: ChildProcess | undefined;
  let before: Promise<unknown> = Promise.resolve();
  return {
    run(words, { env = process.env, cwd = process.cwd(), input = '' } = {}) {
      child ??= fork(kept, { env: { ...process.env, NODE_OPTIONS: '' }, execArgv: [] });
      const asked = child;
      const outcome = before.then(() => exchange(asked, { words, env, cwd, input }));
      before = outcome.catch(() => undefined);
      return outcome;
    },
    stop: () => void child?.kill('SIGKILL'),
  };
}

function exchange(child: ChildProcess, order: Order): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error(`The program ended with "${order.words.join(' ')}".`));
    if (child.exitCode !== null || child.signalCode !== null) return gone();
    child.once('exit', gone);
    child.once('message', (outcome: Outcome) => {
      child.off('exit', gone);
      resolve(outcome);
    });
    child.send(order);
  });
}
