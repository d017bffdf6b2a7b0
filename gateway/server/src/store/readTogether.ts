import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Returns a function that reads once for all callers in the same turn of the event loop.
 *
 * Reading begins after all of them have asked, so each gets the state at the time of asking or later. It does not wait for an earlier read,
 * so one that hangs holds up nobody else.
 */
export function readTogether<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let next: Promise<Value> | undefined;
  return () => {
    next ??= nextTurn().then(() => {
      next = undefined;
      return read();
    });
    return next;
  };
}
