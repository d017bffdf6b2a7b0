import type { Draw } from '../../../parts/Chart.tsx';

/** A point in time: its value with an interval or limits; without a value, the words in its place. */
export type TimePoint = Readonly<{
  time: string;
  value: number | null;
  low: number | null;
  high: number | null;
  words: string;
}>;

type Scale = Readonly<{
  format: (value: number) => string;
  time: (time: string) => string;
  /** `whiskers`: each point's interval; `limits`: the range that chance alone would explain. */
  range: 'whiskers' | 'limits';
  /** The centre line. */
  center?: number | null;
  /** The value up to which the axis must reach at least. */
  to: number;
}>;

/** Draws values over time. A time without a value has words at the bottom, and the line breaks there: it is never drawn as zero. */
export function drawTimes(points: readonly TimePoint[], { format, time, range, center = null, to }: Scale): Draw {
  const told = points.filter(({ value }) => value !== null);
  const untold = points.filter(({ value }) => value === null);
  // A lower limit may be negative, which no count or share can be.
  const clipped = points.map((point) => ({ ...point, low: point.low === null ? null : Math.max(0, point.low) }));
  const most = Math.max(to, ...points.flatMap(({ value, high }) => [value ?? 0, high ?? 0]));
  return ({ axisX, axisY, dot, gridY, line, ruleX, ruleY, text }, { width }) => ({
    ...{ height: 280, marginLeft: 48, marginRight: 16, marginTop: 16, marginBottom: 56 },
    x: { type: 'point', domain: points.map((point) => point.time), padding: 0.5 },
    y: { domain: [0, most], label: null },
    marks: [
      gridY({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
      axisY({ ticks: 5, tickFormat: format, tickSize: 0, label: null }),
      axisX({ tickFormat: time, tickSize: 4, label: null, lineWidth: roomOfOne(width, points.length) }),
      ruleY([0], { stroke: 'var(--line-strong)' }),
      ...(center === null ? [] : [ruleY([center], { stroke: 'var(--ink-2)', strokeWidth: 1.5 })]),
      ...(range === 'whiskers'
        ? [
            ruleX(
              told.filter(({ low }) => low !== null),
              { x: 'time', y1: 'low', y2: 'high', stroke: 'var(--ink-2)', strokeWidth: 2.5 },
            ),
          ]
        : (['low', 'high'] as const).map((limit) =>
            line(clipped, { x: 'time', y: limit, stroke: 'var(--ink-2)', strokeDasharray: '5 4', strokeWidth: 1.5 }),
          )),
      line(points, { x: 'time', y: 'value', stroke: 'var(--brand)', strokeWidth: 2 }),
      dot(told, { x: 'time', y: 'value', r: 5, fill: 'var(--brand)', stroke: 'var(--paper)', strokeWidth: 1.5 }),
      text(told, { x: 'time', y: 'value', text: 'words', dx: 9, dy: -9, textAnchor: 'start', fill: 'var(--ink)' }),
      text(untold, {
        ...{ x: 'time', text: 'words', frameAnchor: 'bottom', dy: -8, lineWidth: roomOfOne(width, points.length) },
        ...{ fill: 'var(--ink-2)', fontStyle: 'italic' },
      }),
    ],
  });
}

/** The room for one point's label among `points` of them, in ems. */
const roomOfOne = (width: number, points: number): number => Math.max(2.5, (width - 80) / points / 14);
