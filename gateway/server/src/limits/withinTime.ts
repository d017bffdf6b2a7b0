import { CallerFault } from '../CallerFault.ts';

/**
 * Whether the time for some work is up. Not an AbortSignal, which costs an event target each: nothing listens, the work checks
 * for itself.
 */
export type Late = Readonly<{ isUp: boolean }>;

/** Returns the work's result if it comes within `ms` milliseconds. Otherwise throws `TOOK_TOO_LONG`; the work can see that, and stop. */
export function withinTime<Result>(ms: number, work: (late: Late) => Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = { isUp: false };
    const timer = setTimeout(() => {
      late.isUp = true;
      reject(new CallerFault('TOOK_TOO_LONG'));
    }, ms);
    const ended = async (): Promise<Result> => {
      try {
        return await work(late);
      } finally {
        clearTimeout(timer);
      }
    };
    ended().then(resolve, reject);
  });
}
