import type { TextOptions } from '@observablehq/plot';

/** Below this width in pixels, that of a phone, row names go above the rows instead of beside them. */
const narrow = 520;

/** How a chart of rows divides its width. Margins are in pixels, lengths of words in ems. */
export type Rooms = Readonly<{
  marginLeft: number;
  marginRight: number;
  /** The width of a row's name. */
  nameWidth: number;
  /** The width of the words beside a number. */
  wordsWidth: number;
  /** How far above its row the name is, in pixels; 0: beside it. */
  nameAbove: number;
  ticks: number;
}>;

export const roomsOf = (width: number): Rooms =>
  width < narrow
    ? { marginLeft: 14, marginRight: 134, nameWidth: 24, wordsWidth: 9, nameAbove: 20, ticks: 3 }
    : { marginLeft: 190, marginRight: 210, nameWidth: 14, wordsWidth: 15, nameAbove: 0, ticks: 4 };

/** The position and style of row names. */
export const namePlace = ({ marginLeft, nameWidth, nameAbove }: Rooms): TextOptions => ({
  ...{ frameAnchor: 'left', lineWidth: nameWidth, fill: 'var(--ink)' },
  // A halo, so that lines do not run through the letters.
  ...{ stroke: 'var(--paper)', strokeWidth: 5 },
  ...(nameAbove === 0 ? { textAnchor: 'end', dx: -8 } : { textAnchor: 'start', dx: -marginLeft, dy: 6 - nameAbove }),
});
