/**
 * Calls `stop` on SIGTERM or SIGINT, and when the parent process ends, however it ends.
 *
 * Returns a function that stops sooner. `stop` runs once, however often it is requested.
 */
export function stopWhenTold(stop: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stopOnce = (): Promise<void> => {
    stopping ??= stop().then(() => {
      if (process.connected) process.disconnect();
    });
    return stopping;
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stopOnce);
  process.once('disconnect', stopOnce);
  return stopOnce;
}
