import type { Checkpoints, SignedCheckpoint } from '../store/checkpoints.ts';

/** How often checkpoints are made automatically. */
export type CheckpointPace = Readonly<{
  /** Interval, if anything was added meanwhile. */
  everySeconds: number;
  /** Also as soon as this many entries were added. */
  everyEntries: number;
}>;

export const usualPace: CheckpointPace = { everySeconds: 60, everyEntries: 10_000 };

/** How checkpoints are made; `make` returns null where there is nothing to vouch for. */
export type CheckpointMaking = Pick<Checkpoints, 'alone' | 'last'> &
  Readonly<{ make: () => Promise<SignedCheckpoint | null> }>;

/** Makes checkpoints while a hub runs. */
export type CheckpointKeeper = Readonly<{
  /** Reports that the ledger has grown to this entry. */
  grown(seq: number): void;
  /** Stops, and waits for a checkpoint being made. */
  stop(): Promise<void>;
}>;

/**
 * Starts making checkpoints, one at a time. A failure is passed to `failed`, and tried again next time.
 *
 * Every process of every replica does this. The first to get there makes the checkpoint; the others see from it whether anything is left to
 * do.
 */
export function keepCheckpoints(
  { make, alone, last }: CheckpointMaking,
  { everySeconds, everyEntries }: CheckpointPace,
  failed: (error: unknown) => void,
): CheckpointKeeper {
  let newest: number | undefined;
  let vouched = 0;
  let making: Promise<void> | undefined;
  /** Makes a checkpoint if at least this many entries were added since the last one. */
  const makeAfter = async (entries: number): Promise<void> => {
    const newer = await alone(async () => {
      const before = await last();
      // A hub that has written nothing yet does not know what was written before it started.
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
