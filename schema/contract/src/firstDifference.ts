import type { DocumentNode } from 'graphql';
import { type Statement, statementsOf } from './statementsOf.ts';

/**
 * Returns the first difference between a served SDL and a known one, as a clause: `Alert.severity is String here and
 * AlertSeverity in contract 1.0`. Null if the two agree. `known` is the name of the known one.
 */
export function firstDifference(served: DocumentNode, agreed: DocumentNode, known: string): string | null {
  const [here, there] = [statementsOf(served), statementsOf(agreed)];
  for (const [coordinate, statement] of there) {
    const found = here.get(coordinate);
    if (!found) return `${coordinate} is missing here and stands in ${known}`;
    if (found.is !== statement.is) return `${coordinate} is ${found.is} here and ${statement.is} in ${known}`;
    if (found.carries !== statement.carries)
      return `${coordinate} carries ${carried(found)} here and ${carried(statement)} in ${known}`;
  }
  const more = [...here.keys()].find((coordinate) => !there.has(coordinate));
  return more === undefined ? null : `${more} stands here and not in ${known}`;
}

const carried = ({ carries }: Statement): string => (carries === '' ? 'no directive' : carries);
