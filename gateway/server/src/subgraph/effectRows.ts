import { type Asker, compile, type Table } from '@accord/consent/compile';
import { rulesIn } from '@accord/consent/rulesIn';
import { purposesOf } from '@accord/contract/roles';
import type { Role } from '@accord/contract/vocabulary';
import type { Partner } from '../identity/Requester.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { KnownClient } from '../release/factsOf.ts';
import type { OpenedClient } from '../store/clients.ts';
import type { ConsentRow } from '../store/consents.ts';
import type { ConsentParts } from './ConsentParts.ts';
import { type SourceClass, sourceClasses } from './sourceClasses.ts';

/** The role in which everybody is assumed to ask. */
export const askedAs = 'PRACTITIONER' satisfies Role;

/** One person, as far as the requester knows of them, with and without what is said. */
export type Change = Readonly<{
  client: OpenedClient;
  said: ConsentRow;
  before: KnownClient;
  after: KnownClient;
  at: Date;
}>;

type Cells = Readonly<{ opens: readonly string[]; closes: readonly string[]; staysOpen: readonly string[] }>;

/** Cells that are the same for several purposes and sources. */
type Part = Readonly<{ purposes: readonly string[]; sources: readonly Partner[]; cells: Cells }>;

/** What would be disclosed to one agency. */
export type EffectRow = Cells &
  Readonly<{ agency: Partner; user: string | null; purposes: readonly string[]; sources: readonly Partner[] }>;

/**
 * Returns what would be disclosed to each agency with and without a change, by the consent rules alone, in as few rows as
 * possible.
 *
 * INVARIANT: only the registry of agencies and what the requester's agency put on file go in. Every agency counts as a source,
 * whether it holds a record or not, and none is assumed to work with people whom a block is against: otherwise the rows would
 * disclose both.
 *
 * Cost: agencies x purposes x (sources that rules name + 2) x categories.
 */
export function effectRows(
  change: Change,
  { profile }: Pick<ConsentParts, 'profile'>,
  { partners, requester }: Pick<RequestContext, 'partners' | 'requester'>,
): readonly EffectRow[] {
  const agencies = [...partners.values()]
    // A suspended agency gets what is said as soon as it takes part again, and the requester may not know that it is suspended.
    .filter(({ state }) => state !== 'REMOVED')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const classes = sourceClasses(change, agencies, requester.agency.id);
  const categories = [...profile.categories.keys()];

  const rowsFor = (agency: Partner, user: string | null): readonly EffectRow[] => {
    const perPurpose: readonly Part[] = purposesOf(askedAs).flatMap((purpose) => {
      const asker = askerOf(agency, user, purpose, change);
      const before = compile(change.before.facts, { ...asker, subjects: [change.before.subject] }, profile);
      const after = compile(change.after.facts, { ...asker, subjects: [change.after.subject] }, profile);
      return classes
        .map(({ sources, records }) => ({ records, sources: sources.filter(({ id }) => id !== agency.id) }))
        .map((one) => ({ ...one, purposes: [purpose], cells: cellsOf(before, after, one, categories) }))
        .filter(({ cells: { opens, closes, staysOpen } }) => opens.length + closes.length + staysOpen.length > 0);
    });
    const bySources = merged(
      perPurpose,
      ({ purposes, cells }) => [purposes, cells],
      (one, other) => ({ ...one, sources: inOrder(agencies, [...one.sources, ...other.sources]) }),
    );
    return merged(
      bySources,
      ({ sources, cells }) => [sources.map(({ id }) => id), cells],
      (one, other) => ({ ...one, purposes: [...one.purposes, ...other.purposes] }),
    ).map(({ purposes, sources, cells }) => ({ agency, user, purposes, sources, ...cells }));
  };

  /** If nothing is open for somebody but something is for their colleagues, a row has to say so. */
  const closedFor = (agency: Partner, user: string): EffectRow => ({
    ...{ agency, user, purposes: purposesOf(askedAs), sources: agencies.filter(({ id }) => id !== agency.id) },
    ...{ opens: [], closes: [], staysOpen: [] },
  });

  return agencies.flatMap((agency) => {
    const anybody = rowsFor(agency, null);
    const named = usersNamed(change).flatMap((user) => {
      const rows = rowsFor(agency, user);
      if (told(rows) === told(anybody)) return [];
      return rows.length > 0 ? rows : [closedFor(agency, user)];
    });
    return [...anybody, ...named];
  });
}

const askerOf = (
  { id, entity }: Partner,
  user: string | null,
  purpose: string,
  { at }: Change,
): Omit<Asker, 'subjects'> => ({
  viewer: { agency: id, entity, volunteer: false, agencyWorksWith: [], ...(user !== null && { user }) },
  ...{ purpose, at: at.toISOString() },
});

/** A source with several known records is open if one of them is. */
function cellsOf(before: Table, after: Table, { sources, records }: SourceClass, categories: readonly string[]): Cells {
  const [first] = sources;
  const open = (table: Table, category: string): boolean =>
    first !== undefined &&
    records.some((record) => table.answer({ category, source: first.id, record, action: 'read' }).effect === 'permit');
  const was = new Set(categories.filter((category) => open(before, category)));
  const is = new Set(categories.filter((category) => open(after, category)));
  return {
    opens: categories.filter((category) => is.has(category) && !was.has(category)),
    closes: categories.filter((category) => was.has(category) && !is.has(category)),
    staysOpen: categories.filter((category) => was.has(category) && is.has(category)),
  };
}

/** The people whom the consent names by sign-in name: for them its effect may differ from that for their colleagues. */
const usersNamed = ({ said, before, after }: Change): readonly string[] => {
  const facts = [before, after].flatMap(({ facts: { consents } }) => consents ?? []);
  const rules = facts.filter(({ id }) => id === said.id).flatMap(({ rule }) => rulesIn(rule));
  return [...new Set(rules.flatMap(({ users }) => users ?? []))].sort();
};

const inOrder = (agencies: readonly Partner[], some: readonly Partner[]): readonly Partner[] =>
  agencies.filter(({ id }) => some.some((one) => one.id === id));

const told = (rows: readonly EffectRow[]): string =>
  JSON.stringify(
    rows.map(({ user: _, agency: __, sources, ...row }) => ({ ...row, sources: sources.map(({ id }) => id) })),
  );

/** Joins rows with the same key, in the order in which each key first occurs. */
function merged<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => unknown,
  join: (one: Row, other: Row) => Row,
): readonly Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? row : join(known, row));
  }
  return [...byKey.values()];
}
