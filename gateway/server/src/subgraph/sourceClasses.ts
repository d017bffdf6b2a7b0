import { rulesIn } from '@accord/consent/rulesIn';
import type { Partner } from '../identity/Requester.ts';
import type { Change } from './effectRows.ts';

/** A source, or several that no rule tells apart, with the records to ask about. */
export type SourceClass = Readonly<{ sources: readonly Partner[]; records: readonly string[] }>;

/** Stands for a record of which the requester knows nothing. No block on particular records applies to it. */
const noRecord = '';

/**
 * Returns each agency that a rule names as a source, and the requester's own, whose records they may know of, separately; all
 * others as one.
 */
export function sourceClasses(
  { client, before, after }: Change,
  agencies: readonly Partner[],
  own: string,
): readonly SourceClass[] {
  const rules = [before, after].flatMap(({ facts }) => facts.consents ?? []).flatMap(({ rule }) => rulesIn(rule));
  const alone = new Set([own, ...rules.flatMap(({ sources }) => sources ?? [])]);
  const handles = client.records.filter(({ agencyId }) => agencyId === own).map(({ handle }) => handle);
  return [
    ...agencies
      .filter(({ id }) => alone.has(id))
      .map((agency) => ({
        sources: [agency],
        records: agency.id === own && handles.length > 0 ? handles : [noRecord],
      })),
    { sources: agencies.filter(({ id }) => !alone.has(id)), records: [noRecord] },
  ];
}
