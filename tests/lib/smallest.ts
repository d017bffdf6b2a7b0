import type { Asked } from './randomQuestion.ts';
import { withoutPart } from './withoutPart.ts';

const longestMs = 60_000;

/**
 * The error of the smallest question that still fails: leaves out one part after another until all that remain are needed.
 * `ask` rejects if a question fails. Takes at most a minute, and then returns the smallest found so far.
 */
export async function smallest(
  asked: Asked,
  failed: unknown,
  ask: (smaller: Asked) => Promise<unknown>,
): Promise<unknown> {
  const until = performance.now() + longestMs;
  let [kept, error, number, needed] = [asked, failed, 0, true];
  while (performance.now() < until) {
    const smaller = withoutPart(kept, number);
    if (smaller === undefined && needed) break;
    if (smaller === undefined) {
      [number, needed] = [0, true];
      continue;
    }
    const fault = await faultOf(ask(smaller));
    if (fault === undefined) number += 1;
    else [kept, error, needed] = [smaller, fault, false];
  }
  return error;
}

/** The reason why a promise rejects; `undefined` if it does not. */
export const faultOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (fault: unknown) => fault,
  );
