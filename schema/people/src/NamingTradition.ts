/**
 * How families of one community name their members, and what an intake form is likely to say about them.
 *
 * The names are common ones combined at random; no real person is meant. A community's share is that of an imagined catchment.
 */
export type NamingTradition = Readonly<{
  key: string;
  weight: number;
  women: readonly string[];
  men: readonly string[];
  families: readonly string[];
  /** Languages other than English for which an interpreter may be requested. */
  languages: readonly string[];
  culturalIdentity: string | null;
  /** Share of people whose given and family names get mixed up on forms. */
  swaps: number;
  /** Share of people with two family names joined by a hyphen. */
  hyphens: number;
}>;

/** Returns the words of a line: lists of names are easier to read as prose than as arrays. */
export function namesIn(line: string): readonly string[] {
  return line.split(' ').map((name) => name.replaceAll('_', ' '));
}
