import { CallerFault } from '../CallerFault.ts';

/**
 * What the work gives, if it gives it within `ms` milliseconds. Else throws `TOOK_TOO_LONG`, and the work's signal is aborted so
 * that it may stop.
 */
export async function withinTime<Result>(ms: number, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeIsUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late.abort();
      reject(new CallerFault('TOOK_TOO_LONG'));
    }, ms);
  });
  try {
    return await Promise.race([work(late.signal), timeIsUp]);
  } finally {
    clearTimeout(timer);
  }
}
