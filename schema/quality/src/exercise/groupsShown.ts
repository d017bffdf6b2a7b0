import { fewest } from './Placing.ts';

/**
 * Groups that are told apart: five people and more, and so that what is left over of the whole is five and more, or nobody.
 *
 * Else a group too small to be shown is what the others leave of the whole. The smallest goes with it; of equal ones, the last
 * by name, whatever they said.
 */
export function groupsShown(sizes: ReadonlyMap<string, number>): readonly string[] {
  const shown = [...sizes]
    .filter(([, size]) => size >= fewest)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const whole = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const rest = (): number => whole - shown.reduce((sum, [, size]) => sum + size, 0);
  while (shown.length > 0 && rest() > 0 && rest() < fewest) shown.pop();
  return shown.map(([name]) => name).sort();
}
