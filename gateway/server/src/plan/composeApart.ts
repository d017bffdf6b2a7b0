import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Composition } from '@accord/contract/compose';
import type { ContractSubgraph } from '@accord/contract/subgraphs';

/**
 * Composes modules with the contract in a process of its own, which gives way to everybody who is answered.
 *
 * A process and not a thread: composing takes more than a second of a processor, and beside a thread that does it V8's own threads, which
 * have no priority of ours, would compile as long again what is used once (`--no-opt` leaves that out). Throws where it ends without a word,
 * and where nobody wants it any more (`signal`): the process is ended then, and not waited for by whoever waits for this one to end.
 */
export async function composeApart(modules: readonly ContractSubgraph[], signal?: AbortSignal): Promise<Composition> {
  signal?.throwIfAborted();
  const child = fork(new URL('./composeProcess.js', import.meta.url), {
    execArgv: ['--no-opt'],
    // None of the hub's settings, which hold secrets, are needed there.
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    ...(signal && { signal, killSignal: 'SIGKILL' as const }),
  });
  // At once, before it has threads: they have the priority of the one that starts them.
  giveWay(child.pid);
  const composed = new Promise<Composition>((resolve, reject) => {
    child.once('message', (composition) => resolve(composition as Composition));
    // One that was ended is heard of once more when it is gone; one that never began, never.
    child.on('error', (error) => {
      if (!signal?.aborted || child.pid === undefined) reject(error);
    });
    child.once('exit', (code, signal) =>
      reject(new Error(`The composing process ended with ${code ?? signal} and no answer.`)),
    );
  });
  child.send(modules);
  return composed;
}

/**
 * Only where a system allows it: without, composing takes its share like everybody else. Not the lowest there is: on a machine without a
 * moment to spare it would then take minutes.
 */
function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended, or may not.
  }
}
