import type { GraphQLNamedType } from 'graphql';
import { mostPeople } from '../subgraph/peopleOnBoard.ts';

/** How many values of an alert are read to find, judge and sort it (`readOfAlerts`). */
const valuesOfAlert = 6;

/**
 * Returns how many values have to be found for a list, however short the page that is asked for: a list of alerts is put together
 * from every record, filtered and sorted before its first page is known. 0 for lists of which only the page is read.
 *
 * At the root it is a board over the people of a caseload, elsewhere a list of one person's alerts. Each person counts as one who
 * has `usualItems` alerts.
 */
export function lookedThrough(
  list: GraphQLNamedType | undefined,
  { atRoot, usualItems }: Readonly<{ atRoot: boolean; usualItems: number }>,
): number {
  if (list?.name !== 'AlertConnection') return 0;
  return (atRoot ? mostPeople : 1) * usualItems * valuesOfAlert;
}
