import type { PlotOptions } from '@observablehq/plot';
import styles from './Chart.module.css';
import { later } from './later.tsx';

/** The chart's width in pixels, and a unique id for its patterns. */
export type Canvas = Readonly<{ width: number; id: string }>;

/** The marks that a chart may draw with. */
export type Marks = typeof import('./plotMarks.ts');

/** Returns what to draw. Keep the function's identity stable while the chart is the same. */
export type Draw = (marks: Marks, canvas: Canvas) => PlotOptions;

export type ChartProps = Readonly<{
  title: string;
  /** What the picture shows, in a sentence or two. */
  description: string;
  draw: Draw;
}>;

/**
 * A chart. The drawing library is loaded when the first chart is needed: the page's words do not wait for it. If it does not
 * arrive, the words stay, and so does the table that `Figure` puts beside the chart.
 */
export const Chart = later<ChartProps>(
  async () => (await import('./Drawn.tsx')).Drawn,
  <div className={styles.chart} aria-busy />,
);
