import type { Facts, Pair, RecordId } from '../Facts.ts';

/**
 * Returns the facts split into groups of records connected by automatic links and confirmed pairs. Drops what names unknown
 * records.
 */
export function connected({ records, links, decisions }: Facts): readonly Facts[] {
  const roots = new Map<RecordId, RecordId>(records.map(({ id }) => [id, id]));
  const rootOf = (id: RecordId): RecordId => {
    let at = id;
    for (let up = roots.get(at) ?? at; up !== at; up = roots.get(at) ?? at) {
      roots.set(at, roots.get(up) ?? up);
      at = up;
    }
    return at;
  };
  const isKnown = ({ pair }: { pair: Pair }): boolean => pair.every((id) => roots.has(id));
  const known = { links: links.filter(isKnown), decisions: decisions.filter(isKnown) };
  const joining = [...known.links, ...known.decisions.filter(({ verdict }) => verdict === 'CONFIRMED')];
  for (const { pair } of joining) roots.set(rootOf(pair[0]), rootOf(pair[1]));

  const parts = new Map<
    RecordId,
    { records: Facts['records'][number][]; links: Facts['links'][number][]; decisions: Facts['decisions'][number][] }
  >();
  const partOf = (id: RecordId) => {
    const root = rootOf(id);
    const part = parts.get(root) ?? { records: [], links: [], decisions: [] };
    parts.set(root, part);
    return part;
  };
  for (const record of records) partOf(record.id).records.push(record);
  for (const link of known.links) partOf(link.pair[0]).links.push(link);
  // A denial between two groups is dropped: they are apart anyway.
  for (const decision of known.decisions)
    if (rootOf(decision.pair[0]) === rootOf(decision.pair[1])) partOf(decision.pair[0]).decisions.push(decision);
  return [...parts.values()];
}
