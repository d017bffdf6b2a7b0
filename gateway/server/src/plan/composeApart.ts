import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Composition } from '@accord/contract/compose';
import type { ContractSubgraph } from '@accord/contract/subgraphs';

/**
 * Composes modules with the contract in a separate process, at a lower priority than whatever is answering requests.
 *
 * It is a process and not a thread because composing takes more than a second of CPU time, and V8's own threads, whose priority we cannot
 * set, would spend as long again optimising code that runs once (`--no-opt` avoids that). And without privileges, a thread whose priority was
 * lowered cannot get it back.
 *
 * Throws where the process ends without an answer, and where `signal` aborts: the process is then killed, so that stopping the hub need not
 * wait for it.
 */
export async function composeApart(modules: readonly ContractSubgraph[], signal?: AbortSignal): Promise<Composition> {
  signal?.throwIfAborted();
  const child = fork(new URL('./composeProcess.js', import.meta.url), {
    execArgv: ['--no-opt'],
    // It needs none of the hub's settings, which hold secrets.
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    ...(signal && { signal, killSignal: 'SIGKILL' as const }),
  });
  // Do this before it has threads: threads inherit the priority of the one that starts them.
  giveWay(child.pid);
  const composed = new Promise<Composition>((resolve, reject) => {
    child.once('message', (composition) => resolve(composition as Composition));
    // After an abort, a process that had started still emits `exit`, which rejects below; one that never started emits nothing else.
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
 * Lowers the priority, where the system allows it; otherwise composing takes its share like everything else. Not to the lowest priority,
 * with which composing would take minutes on a fully loaded machine.
 */
function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The process has ended, or we lack the permission.
  }
}
