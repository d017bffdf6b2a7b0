import { roomsOf } from './roomsOf.ts';

/** The size of a chart's letters, and the gap between a number and its words, in pixels. */
const [letter, beside] = [13, 10];

test.each([
  ['a phone', 330],
  ['a desk', 900],
])('on %s the words beside the greatest number have room at the edge: none is cut off', (_name, width) => {
  const { wordsWidth, marginRight } = roomsOf(width);
  expect(wordsWidth * letter + beside).toBeLessThanOrEqual(marginRight);
});
