import type { Decision, RecordId } from '../Facts.ts';
import { type Judge, pairsBetween, type Unit } from './Judge.ts';

/**
 * Joins what people confirmed, the earliest decision first, unless that brings a denied pair together. Denials are stronger: a
 * false link shows one agency another person's file, a missing link does not.
 */
export function joinConfirmed(
  ids: readonly RecordId[],
  confirmed: readonly Decision[],
  { isDenied }: Judge,
): readonly Unit[] {
  const units = new Map<RecordId, Unit>(ids.map((id) => [id, [id]]));
  for (const { pair } of [...confirmed].sort((a, b) => a.order - b.order)) {
    const [one = [], other = []] = pair.map((id) => units.get(id));
    if (one === other || pairsBetween(one, other).some(isDenied)) continue;
    const joined = [...one, ...other].sort();
    for (const id of joined) units.set(id, joined);
  }
  return [...new Set(units.values())];
}
