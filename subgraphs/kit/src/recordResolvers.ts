import type { AgencyRecordAlertsArgs } from '@accord/contract/generated/api';
import type { Mapping } from './Mapping.ts';
import type { Releases } from './releases.ts';
import type { Many, One } from './section.ts';
import type { Batch } from './table.ts';

/** What the resolvers of one request share. */
export type AgencyContext = Readonly<{ releases: Releases; batch: Batch }>;

/** A record, as the fields below it find it. */
export type RecordSource = Readonly<{ number: string }>;

type Resolve<Args> = (source: RecordSource, args: Args, context: AgencyContext) => unknown;
type WithId = Readonly<{ id: string | number }>;

/**
 * What answers the fields of a record out of the mapping's sections, before the guard.
 *
 * A record that is not in `mapping.records` answers null everywhere. The twins (`_alerts` …), which the hub's merged fields
 * read, answer as their fields do without arguments.
 */
export function recordResolvers(mapping: Mapping): Readonly<Record<string, Resolve<AgencyRecordAlertsArgs>>> {
  /** Both are loaded at the same time; where they are one table it is loaded once. */
  const whereOnFile = async <Value>(
    { number }: RecordSource,
    { batch }: AgencyContext,
    section: One<Value> | Many<Value> | undefined,
  ) => {
    if (!section) return null;
    const [found, value] = await Promise.all([mapping.records.rowsOf(number, batch), section.of(number, batch)]);
    return found.length > 0 ? value : null;
  };
  const one =
    <Value>(section: One<Value> | undefined): Resolve<unknown> =>
    (source, _args, context) =>
      whereOnFile(source, context, section);
  /**
   * Never null for a record on file: its fields have labels of their own, and whether an agency keeps a row of contacts at all
   * may hang on a telephone number that is withheld.
   */
  const contact: Resolve<unknown> = async (source, _args, { batch }) => {
    if (!mapping.contact) return null;
    const [found, value] = await Promise.all([
      mapping.records.rowsOf(source.number, batch),
      mapping.contact.of(source.number, batch),
    ]);
    return found.length > 0 ? (value ?? { unsafe: [] }) : null;
  };
  const list =
    <Value extends WithId, Args>(
      section: Many<Value> | undefined,
      arrange: (values: readonly Value[], args: Args) => readonly Value[],
    ): Resolve<Args> =>
    async (source, args, context) => {
      const values = await whereOnFile<readonly Value[] | Value>(source, context, section);
      return Array.isArray(values) ? arrange(byId(values).map(aboutInOrder), args) : null;
    };

  const identity = one(mapping.identity);
  const involvement = one(mapping.involvement);
  const needs = list(mapping.needs, (all) => all);
  const alerts = list(mapping.alerts, (all, { status }: AgencyRecordAlertsArgs) =>
    status ? all.filter((alert) => alert.status && status.includes(alert.status)) : all,
  );
  return {
    id: ({ number }) => number,
    identity,
    contact,
    address: one(mapping.address),
    involvement,
    episodes: list(mapping.episodes, (all) => newestFirst(all, ({ start }) => start)),
    needs,
    alerts,
    notes: list(mapping.notes, (all) => newestFirst(all, ({ writtenOn }) => writtenOn)),
    ...(mapping.modules?.housing && { housing: one(mapping.modules.housing.housing) }),
    _id: ({ number }) => number,
    _identity: identity,
    _involvement: involvement,
    _needs: needs,
    _alerts: alerts,
  };
}

/**
 * In an order that depends on the items alone. How a database happens to give its rows depends on others among them, also on
 * those that are withheld or deleted.
 */
const byId = <Value extends WithId>(values: readonly Value[]): readonly Value[] =>
  [...values].sort((a, b) => collator.compare(String(a.id), String(b.id)));
const collator = new Intl.Collator('en', { numeric: true });

/** An item's kinds of information, in an order of their own for the same reason. */
const aboutInOrder = <Value>(value: Value): Value =>
  typeof value === 'object' && value !== null && 'about' in value && Array.isArray(value.about)
    ? { ...value, about: [...value.about].sort() }
    : value;

/** Days sort as text; what has no day comes last, and of one day stays in the order of its ids. */
const newestFirst = <Value>(values: readonly Value[], dayOf: (value: Value) => string | null | undefined) =>
  [...values].sort((a, b) => (dayOf(b) ?? '').localeCompare(dayOf(a) ?? ''));
