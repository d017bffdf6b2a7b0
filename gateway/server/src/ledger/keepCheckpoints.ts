import type { SignedCheckpoint } from '../store/checkpoints.ts';

/** When checkpoints are made by themselves. */
export type CheckpointPace = Readonly<{
  /** So often, where something was added. */
  everySeconds: number;
  /** And as soon as so many entries were added. */
  everyEntries: number;
}>;

export const usualPace: CheckpointPace = { everySeconds: 60, everyEntries: 10_000 };

/** Makes checkpoints while a hub runs. */
export type CheckpointKeeper = Readonly<{
  /** The ledger has grown to this entry. */
  grown(seq: number): void;
  /** Waits for the one under way. */
  stop(): Promise<void>;
}>;

/**
 * Starts making checkpoints. One at a time; what fails is told to `failed`, and tried again with the next.
 *
 * Every replica does so: whichever comes first makes it.
 */
export function keepCheckpoints(
  make: () => Promise<SignedCheckpoint | null>,
  { everySeconds, everyEntries }: CheckpointPace,
  failed: (error: unknown) => void,
): CheckpointKeeper {
  let newest: number | undefined;
  let vouched = 0;
  let making: Promise<void> | undefined;
  const start = (): void => {
    making ??= make()
      .then((made) => {
        vouched = made?.seq ?? vouched;
      }, failed)
      .finally(() => {
        making = undefined;
      });
  };
  const timer = setInterval(() => {
    if (newest === undefined || newest > vouched) start();
  }, everySeconds * 1_000);
  timer.unref();
  return {
    grown(seq) {
      newest = seq;
      if (seq - vouched >= everyEntries) start();
    },
    async stop() {
      clearInterval(timer);
      await making;
    },
  };
}
