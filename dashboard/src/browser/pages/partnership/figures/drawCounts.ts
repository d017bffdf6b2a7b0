import type { Draw } from '../../../parts/Chart.tsx';
import { hatch, hatched } from '../draw/hatch.ts';
import { namePlace, roomsOf } from '../draw/roomsOf.ts';
import type { AgencyCount } from './countGroups.ts';
import { type CountLine, reachOf } from './countLines.ts';

const lineHeight = 38;

/** The letters' size, in pixels. */
const letter = 13;

/**
 * The width of a heading's line, in ems. Reduced, because headings are bold and may have diacritics, which Plot counts as narrower
 * than they are.
 */
const headingWidth = (width: number): number => (0.8 * width) / letter;

/**
 * Draws horizontal bars by agency, under headings by kind. A suppressed count is a hatched bar up to the most it can be; a missing
 * agency has words and no bar. The quarter before is a vertical stroke.
 */
export function drawCounts(lines: readonly CountLine[], count: (value: number) => string): Draw {
  const headings = lines.flatMap((line) => (line.kind === 'heading' ? [line] : []));
  const counts = lines.flatMap((line) => (line.kind === 'count' ? [line] : []));
  const most = Math.max(10, ...counts.map(({ of }) => reach(of)));
  const bars = (kind: 'count' | 'few') => counts.filter(({ of }) => of.now.kind === kind);
  const befores = counts.filter(({ of }) => of.before?.kind === 'count');
  return ({ axisX, barX, gridX, ruleX, text, tickX }, { width, id }) => {
    const rooms = roomsOf(width);
    const { marginLeft, marginRight, wordsWidth, nameAbove, ticks } = rooms;
    const below = { insetTop: nameAbove };
    return {
      ...{
        height: lines.length * (lineHeight + nameAbove / 2) + 30,
        marginLeft,
        marginRight,
        marginTop: 4,
        marginBottom: 26,
      },
      x: { domain: [0, most], label: null },
      y: { domain: lines.map(({ key }) => key), axis: null, paddingInner: 0.3, paddingOuter: 0.1 },
      marks: [
        hatch(id),
        gridX({ ticks, stroke: 'var(--line)', strokeOpacity: 1 }),
        axisX({ ticks, tickFormat: count, tickSize: 0, label: null }),
        ruleX([0], { stroke: 'var(--line-strong)' }),
        barX(bars('count'), { x2: ({ of }) => reachOf(of.now), x1: 0, y: 'key', fill: 'var(--brand)', ...below }),
        barX(bars('few'), {
          ...{ x1: 0, x2: ({ of }) => reachOf(of.now), y: 'key', ...below },
          ...{ fill: hatched(id), stroke: 'var(--line-strong)', strokeDasharray: '3 2' },
        }),
        // A light edge makes the stroke visible on top of a bar too.
        tickX(befores, {
          x: ({ of }) => reachOf(of.before),
          y: 'key',
          stroke: 'var(--paper)',
          strokeWidth: 7,
          ...below,
        }),
        tickX(befores, {
          x: ({ of }) => reachOf(of.before),
          y: 'key',
          stroke: 'var(--focus)',
          strokeWidth: 3,
          ...below,
        }),
        text(headings, {
          ...{ y: 'key', text: 'text', frameAnchor: 'left', textAnchor: 'start', dx: -marginLeft, dy: 5 },
          ...{
            fontWeight: 700,
            fill: 'var(--ink)',
            stroke: 'var(--paper)',
            strokeWidth: 5,
            lineWidth: headingWidth(width),
          },
        }),
        text(counts, { y: 'key', text: ({ of }) => of.agency, ...namePlace(rooms) }),
        ...[true, false].map((isShort) =>
          text(
            counts.filter(({ of }) => reach(of) <= most / 2 === isShort),
            {
              ...{ y: 'key', x: ({ of }) => reach(of), text: 'words', textAnchor: 'start', dx: 8, fill: 'var(--ink)' },
              dy: nameAbove / 2,
              // Beside a bar of at most half the length, the other half is free for words too.
              lineWidth: isShort ? ((width - marginLeft + marginRight) / 2 - 8) / letter : wordsWidth,
            },
          ),
        ),
      ],
    };
  };
}

const reach = ({ now, before }: AgencyCount): number => Math.max(reachOf(now) ?? 0, reachOf(before) ?? 0);
