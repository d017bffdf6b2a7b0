import { AggregatorRegistry } from 'prom-client';
import type { Told } from './Counts.ts';

/** What one process of a hub told, with the number it has among them. */
export type ToldBy = Readonly<{ number: number; told: Told }>;

/**
 * What several processes counted as one text, each under its own number (`process`).
 *
 * Not added up: where one ends and another begins in its place, a sum would fall, and whoever reads it would take all that the others
 * have counted for new. So each series begins anew by itself, which Prometheus knows to read.
 */
export function besideEachOther(all: readonly ToldBy[]): Promise<string> {
  const apart = all.map(({ number, told }) =>
    told.map((series) => ({
      ...series,
      // No two have the same words beside them: "sum" takes each as it is.
      aggregator: 'sum',
      values: series.values.map((one) => ({ ...one, labels: { ...one.labels, process: String(number) } })),
    })),
  );
  return AggregatorRegistry.aggregate(apart).metrics();
}
