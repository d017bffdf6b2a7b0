/**
 * How the families of one community name their people, and what an intake form is likely to say of them.
 *
 * Names are common ones joined at random; nobody real is meant. A community's share is that of an imagined catchment.
 */
export type NamingTradition = Readonly<{
  key: string;
  weight: number;
  women: readonly string[];
  men: readonly string[];
  families: readonly string[];
  /** Languages other than English in which an interpreter may be asked for. */
  languages: readonly string[];
  culturalIdentity: string | null;
  /** Share of people for whom forms mix up which name is the family's. */
  swaps: number;
  /** Whether people commonly carry two family names joined by a hyphen. */
  hyphens: number;
}>;

/** The words of a line: name lists read better as prose than as arrays. */
export function namesIn(line: string): readonly string[] {
  return line.split(' ').map((name) => name.replaceAll('_', ' '));
}
