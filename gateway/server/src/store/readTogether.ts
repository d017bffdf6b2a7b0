import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Reads once for all who ask in one turn of the event loop.
 *
 * Reading begins when everybody it is for has asked, so that each is told what stood at their asking or later. It waits for no
 * reading under way: one that hangs holds up nobody else.
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
