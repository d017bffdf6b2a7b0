import { CallerFault } from '../CallerFault.ts';

/** Whether the time for some work is up. Not an AbortSignal, of which each takes an event target: nobody waits to be told, whoever works looks. */
export type Late = Readonly<{ isUp: boolean }>;

/** What the work gives, if it gives it within `ms` milliseconds. Else throws `TOOK_TOO_LONG`; the work may see that, and stop. */
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
