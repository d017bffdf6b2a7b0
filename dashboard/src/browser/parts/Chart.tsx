import type { PlotOptions } from '@observablehq/plot';
import styles from './Chart.module.css';
import { later } from './later.tsx';

/** How wide the chart is, and an id of its own for patterns. */
export type Canvas = Readonly<{ width: number; id: string }>;

/** What one may draw with. */
export type Marks = typeof import('./plotMarks.ts');

/** Says what to draw. The same function must be given while the same is drawn. */
export type Draw = (marks: Marks, canvas: Canvas) => PlotOptions;

export type ChartProps = Readonly<{
  title: string;
  /** What one would see, in a sentence or two. */
  description: string;
  draw: Draw;
}>;

/**
 * A picture. What draws is loaded when the first is wanted: the page's words do not wait for it, and stay, with the table that
 * `Figure` puts beside it, where it does not come.
 */
export const Chart = later<ChartProps>(
  async () => (await import('./Drawn.tsx')).Drawn,
  <div className={styles.chart} aria-busy />,
);
