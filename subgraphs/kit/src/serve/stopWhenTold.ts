/**
 * Has the program stop when it is told to (SIGTERM, SIGINT) and when whoever started it ends, however that ends.
 *
 * Returns how to stop it sooner. It stops once, whoever asks how often.
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
