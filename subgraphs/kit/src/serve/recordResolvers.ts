import type { Address, AgencyRecordAlertsArgs, Contact, Prompt, WaitingAlert } from '@accord/contract/generated/api';
import { after } from '../guard/after.ts';
import type { GuardContext } from '../guard/guard.ts';
import type { Mapping, Own } from '../mapping/Mapping.ts';
import type { Many, One } from '../mapping/section.ts';
import type { Batch } from '../mapping/table.ts';
import { type DaySpan, isLimited, liesWithin, overlaps } from '../policy/DaySpan.ts';
import { knownAddress, knownContact } from './knownWhereabouts.ts';
import { onceARequest } from './onceARequest.ts';
import { outsideSilent } from './outsideSilent.ts';

/** What the resolvers of one request share. */
export type AgencyContext = GuardContext & Readonly<{ batch: Batch }>;

/** A record, as the fields below it see it. */
export type RecordSource = Readonly<{ number: string }>;

type Resolve<Args> = (source: RecordSource, args: Args, context: AgencyContext) => unknown;
type Day = string | null | undefined;
/** The days an item belongs to; the first is its date. */
type DaysOf<Value> = (value: Value) => readonly [Day, ...Day[]];
type Section<Loaded> = Readonly<{ of(number: string, batch: Batch): Promise<Loaded> }>;
/** An object rather than a boolean, so that `onceARequest` can keep it. */
type OnFile = Readonly<{ onFile: boolean }>;
type WithId = Readonly<{ id: string | number }>;

/** Sections served from the program's own files rather than the mapping; null if left out. */
export type OwnSections = Readonly<{ prompts?: Many<Own<Prompt>>; waitingAlerts?: Many<Own<WaitingAlert>> }>;

/**
 * Resolvers for the fields of a record, made from the mapping's sections, before the guard.
 *
 * A record that is not in `mapping.records` answers null everywhere. The twins (`_alerts` …), which the hub's merged fields
 * read, answer as their fields do without arguments.
 */
export function recordResolvers(
  mapping: Mapping,
  sections: OwnSections = {},
): Readonly<Record<string, Resolve<AgencyRecordAlertsArgs>>> {
  /**
   * A record whose involvement lies outside the days that the agency's policy allows counts as not on file. So does one
   * without known dates.
   */
  const isOnFile = onceARequest<OnFile>(async (number, { batch, releases: { days } }) => {
    const [found, involvement] = await Promise.all([
      mapping.records.rowsOf(number, batch),
      isLimited(days) ? mapping.involvement?.of(number, batch) : undefined,
    ]);
    if (found.length === 0 || !isLimited(days)) return { onFile: found.length > 0 };
    return { onFile: !!involvement && overlaps(days, involvement.since, involvement.until) };
  });
  /** Loads the value and checks the record at the same time; where both use one table, it is loaded once. */
  const whereOnFile = async <Loaded>(
    number: string,
    context: AgencyContext,
    section: Section<Loaded> | undefined,
  ): Promise<Loaded | null> => {
    if (!section || !context.releases.tells(number)) return null;
    const [{ onFile }, loaded] = await Promise.all([isOnFile(number, context), section.of(number, context.batch)]);
    return onFile ? loaded : null;
  };
  const one = <Value extends object>(section: One<Value> | undefined, daysOf?: DaysOf<Value>): Resolve<unknown> => {
    const told = onceARequest(async (number, context) => {
      const value = await whereOnFile(number, context, section);
      const { days } = context.releases;
      return !daysOf || value === null || liesWithin(days, ...daysOf(value)) ? value : null;
    });
    return ({ number }, _args, context) => told(number, context);
  };
  /**
   * Never null for a record on file. Its fields have labels of their own, and whether there is a contact row at all may
   * depend on a telephone number that is withheld.
   */
  const where = outsideSilent(mapping);
  const contact = one<Contact>(
    where.contact && {
      of: async (number, batch) => knownContact((await where.contact?.of(number, batch)) ?? { unsafe: [] }),
    },
  );
  const address = one<Address>(
    where.address && {
      of: async (number, batch) => {
        const found = await where.address?.of(number, batch);
        return found ? knownAddress(found) : null;
      },
    },
  );
  const list = <Value extends WithId, Args>(
    section: Many<Value> | undefined,
    daysOf: DaysOf<Value>,
    order: (values: readonly Value[]) => readonly Value[] = (all) => all,
    pick: (values: readonly Value[], args: Args) => readonly Value[] = (all) => all,
  ): Resolve<Args> => {
    const told = onceARequest(async (number, context) => {
      const values = await whereOnFile(number, context, section);
      return values && order(byId(within(values, context.releases.days, daysOf)).map(aboutInOrder));
    });
    return ({ number }, args, context) => after(told(number, context), (values) => values && pick(values, args));
  };

  /**
   * Items of a partnership's own module need no id; if all have one, they are sorted by it. Nothing says which of their
   * fields is their date, so they are not served where the agency's policy limits days.
   */
  const own = (section: One<object> | Many<object>): Resolve<unknown> => {
    const told = onceARequest(async (number, context): Promise<object | null> => {
      if (isLimited(context.releases.days)) return null;
      const values = await whereOnFile<object | readonly object[] | null>(number, context, section);
      if (!Array.isArray(values)) return values;
      return (values.every(hasId) ? byId(values) : values).map(aboutInOrder);
    });
    return ({ number }, _args, context) => told(number, context);
  };

  const identity = one(mapping.identity);
  const involvement = one(mapping.involvement, ({ since, until }) => [since, until]);
  const needs = list(mapping.needs, ({ identifiedOn, metOn }) => [identifiedOn, metOn]);
  const alerts = list(
    mapping.alerts,
    ({ raisedOn, endedOn }) => [raisedOn, endedOn],
    undefined,
    // An alert whose status is unknown may be active, so a filter by status returns it too, with the status unknown. An
    // empty list is not a filter: an empty answer would read as if there were no alerts.
    (all, { status }: AgencyRecordAlertsArgs) =>
      status && status.length > 0 ? all.filter((alert) => !alert.status || status.includes(alert.status)) : all,
  );
  return {
    id: ({ number }) => number,
    identity,
    contact,
    address,
    involvement,
    episodes: list(
      mapping.episodes,
      ({ start, end }) => [start, end],
      (all) => newestFirst(all, ({ start }) => start),
    ),
    needs,
    alerts,
    notes: list(
      mapping.notes,
      ({ writtenOn }) => [writtenOn],
      (all) => newestFirst(all, ({ writtenOn }) => writtenOn),
    ),
    prompts: list(
      sections.prompts,
      // If any quote is from a day that may not be disclosed, nothing of the prompt is served.
      ({ quotes }) => [quotes?.[0]?.date, ...(quotes ?? []).slice(1).map(({ date }) => date ?? '')],
    ),
    waitingAlerts: list(
      sections.waitingAlerts,
      ({ askedOn }) => [askedOn],
      (all) => newestFirst(all, ({ askedOn }) => askedOn),
    ),
    ...(mapping.modules?.housing && { housing: one(mapping.modules.housing.housing, ({ since }) => [since]) }),
    ...Object.fromEntries(
      (mapping.ownModules ?? []).flatMap(({ fields }) =>
        Object.entries(fields).map(([name, section]) => [name, own(section)]),
      ),
    ),
    _id: ({ number }) => number,
    _identity: identity,
    _involvement: involvement,
    _needs: needs,
    _alerts: alerts,
  };
}

const within = <Value>(values: readonly Value[], days: DaySpan, daysOf: DaysOf<Value>): readonly Value[] =>
  isLimited(days) ? values.filter((value) => liesWithin(days, ...daysOf(value))) : values;

/**
 * Sorts by something that depends on the items alone. The order in which a database returns rows depends on other rows too,
 * including withheld and deleted ones.
 */
const byId = <Value extends WithId>(values: readonly Value[]): readonly Value[] =>
  values.length < 2 ? values : [...values].sort((a, b) => inOrder(a.id, b.id));
const collator = new Intl.Collator('en', { numeric: true });

/** Whole numbers in the order the collator would give, which takes much longer to work that out. */
const inOrder = (a: WithId['id'], b: WithId['id']): number =>
  isCount(a) && isCount(b) ? a - b : collator.compare(String(a), String(b));
const isCount = (id: WithId['id']): id is number => typeof id === 'number' && id >= 0 && Number.isSafeInteger(id);

const hasId = (value: unknown): value is WithId => typeof value === 'object' && value !== null && 'id' in value;

/** Sorts an item's kinds of information, for the same reason. */
const aboutInOrder = <Value>(value: Value): Value =>
  typeof value === 'object' &&
  value !== null &&
  'about' in value &&
  Array.isArray(value.about) &&
  value.about.length > 1
    ? { ...value, about: [...value.about].sort() }
    : value;

/** Days sort as text. Items without a day come last; items of the same day stay sorted by id. */
const newestFirst = <Value>(values: readonly Value[], dayOf: (value: Value) => string | null | undefined) =>
  values.length < 2 ? values : [...values].sort((a, b) => inTime(dayOf(b) ?? '', dayOf(a) ?? ''));
const inTime = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
