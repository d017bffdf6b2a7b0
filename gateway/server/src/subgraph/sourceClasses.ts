import { rulesIn } from '@accord/consent/rulesIn';
import type { Partner } from '../identity/Requester.ts';
import type { Change } from './effectRows.ts';

/** A source, or several that no rule tells apart, and the records by which it is asked. */
export type SourceClass = Readonly<{ sources: readonly Partner[]; records: readonly string[] }>;

/** In the place of a record of which the requester knows nothing. No block on certain records is about it. */
const noRecord = '';

/** Each agency that a rule names as a source by itself, and the requester's own, whose records they may know of; the others as one. */
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
