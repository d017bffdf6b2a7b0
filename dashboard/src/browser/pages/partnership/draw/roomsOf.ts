import type { TextOptions } from '@observablehq/plot';

/** Below this width, a phone's, the names of rows stand above them and not beside. */
const narrow = 520;

/** How a chart of rows divides its width; lengths of words are in the letters' own size. */
export type Rooms = Readonly<{
  marginLeft: number;
  marginRight: number;
  /** Of a row's name. */
  nameWidth: number;
  /** Of the words beside a number. */
  wordsWidth: number;
  /** How far above its row a name stands, in pixels; 0: beside it. */
  nameAbove: number;
  ticks: number;
}>;

export const roomsOf = (width: number): Rooms =>
  width < narrow
    ? { marginLeft: 14, marginRight: 134, nameWidth: 24, wordsWidth: 9, nameAbove: 20, ticks: 3 }
    : { marginLeft: 190, marginRight: 210, nameWidth: 14, wordsWidth: 15, nameAbove: 0, ticks: 4 };

/** Where the names of rows stand. */
export const namePlace = ({ marginLeft, nameWidth, nameAbove }: Rooms): TextOptions => ({
  ...{ frameAnchor: 'left', lineWidth: nameWidth, fill: 'var(--ink)' },
  // Lines pass behind the letters, not through them.
  ...{ stroke: 'var(--paper)', strokeWidth: 5 },
  ...(nameAbove === 0 ? { textAnchor: 'end', dx: -8 } : { textAnchor: 'start', dx: -marginLeft, dy: 6 - nameAbove }),
});
