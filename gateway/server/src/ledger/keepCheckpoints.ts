import type { Checkpoints, SignedCheckpoint } from '../store/checkpoints.ts';

/** When checkpoints are made by themselves. */
export type CheckpointPace = Readonly<{
  /** So often, where something was added. */
  everySeconds: number;
  /** And as soon as so many entries were added. */
  everyEntries: number;
}>;

export const usualPace: CheckpointPace = { everySeconds: 60, everyEntries: 10_000 };

/** How they are made; `make` gives null where there is nothing to vouch for. */
export type CheckpointMaking = Pick<Checkpoints, 'alone' | 'last'> &
  Readonly<{ make: () => Promise<SignedCheckpoint | null> }>;

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
 * Every process of every replica does so: whichever comes first makes it, and the others see by the last one whether there is anything left.
 */
export function keepCheckpoints(
  { make, alone, last }: CheckpointMaking,
  { everySeconds, everyEntries }: CheckpointPace,
  failed: (error: unknown) => void,
): CheckpointKeeper {
  let newest: number | undefined;
  let vouched = 0;
  let making: Promise<void> | undefined;
  /** Makes one where at least so many entries were added since the last. */
  const makeAfter = async (entries: number): Promise<void> => {
    const newer = await alone(async () => {
      const before = await last();
      // A hub that has written nothing yet does not know what was written before it began.
      return newest === undefined || newest - (before?.seq ?? 0) >= entries ? make() : before;
    });
    vouched = newer?.seq ?? vouched;
  };
  const start = (entries: number): void => {
    making ??= makeAfter(entries)
      .catch(failed)
      .finally(() => {
        making = undefined;
      });
  };
  const timer = setInterval(() => {
    if (newest === undefined || newest > vouched) start(1);
  }, everySeconds * 1_000);
  timer.unref();
  return {
    grown(seq) {
      newest = seq;
      if (seq - vouched >= everyEntries) start(everyEntries);
    },
    async stop() {
      clearInterval(timer);
      await making;
    },
  };
}
