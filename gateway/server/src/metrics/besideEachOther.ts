import { AggregatorRegistry } from 'prom-client';
import type { Told } from './Counts.ts';

/** The metrics of one process of a hub, and its number. */
export type ToldBy = Readonly<{ number: number; told: Told }>;

/**
 * Returns the metrics of several processes as one text, each process under its own number (the label `process`).
 *
 * They are not summed: when a process is replaced, the sum would fall, and Prometheus would take the other processes' whole counts for new.
 * Kept apart, each series resets on its own, which Prometheus knows how to read.
 */
export function besideEachOther(all: readonly ToldBy[]): Promise<string> {
  const apart = all.map(({ number, told }) =>
    told.map((series) => ({
      ...series,
      // No two series have the same labels, so "sum" leaves each value as it is.
      aggregator: 'sum',
      values: series.values.map((one) => ({ ...one, labels: { ...one.labels, process: String(number) } })),
    })),
  );
  return AggregatorRegistry.aggregate(apart).metrics();
}
