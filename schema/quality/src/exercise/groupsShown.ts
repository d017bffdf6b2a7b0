import { fewest } from './Placing.ts';

/**
 * Returns the groups that may be shown separately: each has five people or more, and what they leave of the whole is five or
 * more, or nobody.
 *
 * Otherwise a group too small to be shown could be worked out as the remainder. The smallest of the others is hidden with it;
 * of equal ones, the last by name, whatever they said.
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
