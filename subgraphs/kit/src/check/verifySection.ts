import { type GraphQLOutputType, getNullableType, isListType } from 'graphql';
import { InputFault } from '../command/InputFault.ts';
import type { Many, One } from '../mapping/section.ts';
import { columnOf } from './columnOf.ts';
import { codesTold, countedCodes } from './countedCodes.ts';
import { type MappingFault, mappingFault } from './MappingFault.ts';
import { misfitsOf } from './misfitsOf.ts';
import { type Model, modelOf } from './modelsOf.ts';
import { kindOf } from './probeModels.ts';
import { type Call, type Heard, type Read, readWatched, type Watched } from './readWatched.ts';
import { sayable } from './sayable.ts';
import { schemaFault } from './schemaFault.ts';

/**
 * What a section is judged by: its name and type in the contract, the sample, and the agency's models, to name tables by. `told`: who
 * reads what is found, which says whether every code may be named.
 */
export type Judged = Readonly<{
  section: string;
  type: GraphQLOutputType;
  numbers: readonly string[];
  models: readonly Model[];
  /** Codes of `Mapping.agreedAlerts`. */
  agreed: ReadonlySet<string>;
  now: Date;
  told: 'ANYWHERE' | 'AT_THE_AGENCY';
}>;

type Place = Readonly<{ table: string | null; column: string | null }>;
const nowhere: Place = { table: null, column: null };

/** Reads one section of a sample of records and judges how it reads, what it joins and what it tells. */
export async function verifySection(
  section: One<unknown> | Many<unknown>,
  judged: Judged,
): Promise<readonly MappingFault[]> {
  const watched = await readWatched(section, judged.numbers, judged.now);
  return [
    ...failuresIn(watched, judged),
    ...joinsIn(watched, judged),
    ...misfitsIn(watched, judged),
    ...remarksIn(watched, judged),
  ];
}

/** What was thrown. The same for every record: the section cannot be served. */
function failuresIn(watched: Watched, { numbers, models, section, type }: Judged): readonly MappingFault[] {
  const failed = [...watched.outcomes.values()].flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
  );
  const level = failed.length === numbers.length ? 'FATAL' : 'FAULT';
  const sentences = grouped(failed, (error) => {
    const fault = schemaFault(error);
    if (fault) return { ...fault, place: fault };
    // The kit's own sentence, or one the agency wrote for it: it says itself what to do.
    if (error instanceof InputFault)
      return { found: error.message, todo: 'Correct it in the mapping.', place: nowhere };
    const last = watched.callThrowing(error)?.reads.at(-1);
    const place = placeOf(last, models);
    const found = `The mapping throws ${kindOf(error)}${lastRead(last, place)}.`;
    return { found, todo: isListType(getNullableType(type)) ? mendReading : 'Have it give null for such rows.', place };
  });
  return [...sentences.values()].map(({ told: { found, todo, place }, all }) => {
    const { table, column } = place;
    const often = `${found} This affects ${all.length} of ${numbers.length} records.`;
    return mappingFault(level, often, todo, { section, table, column });
  });
}

/** Of a list, null would make an entry go without a word. */
const mendReading =
  'Correct how the column is read. A row for which the mapping gives null is told to nobody, while the list looks complete.';

const lastRead = (read: Read | undefined, place: Place): string =>
  read === undefined ? '' : ` after it read ${named(place)}${read.value === null ? ', which is null' : ''}`;

/** Rows whose `of` says they are of records that nobody asked for. */
function joinsIn(watched: Watched, { numbers, models, section }: Judged): readonly MappingFault[] {
  const found = watched.loads.flatMap(({ rows, load }) => {
    const asked = new Set(load.asked);
    const foreign = load.given.filter((key) => !asked.has(key)).length;
    if (foreign === 0) return [];
    const [row] = rows;
    const table = typeof row === 'object' && row !== null ? (modelOf(row, models)?.name ?? null) : null;
    const whose = table === null ? 'a table' : `model ${table}`;
    const all = foreign === rows.length;
    const folded = new Set(load.asked.map((key) => key.toLowerCase()));
    const written = load.given.some((key) => !asked.has(key) && folded.has(key.toLowerCase()));
    const found = `${foreign} of ${rows.length} rows of ${whose} belong to no record that was asked for, according to "of".`;
    const todo = all
      ? 'None of them is told. Correct "of", or the column that "rows" searches.'
      : written
        ? 'They are told to nobody. The database ignores upper and lower case, but "of" does not: give "of" the number as the table of people has it.'
        : 'Have "rows" load only those that were asked for.';
    return [mappingFault(all ? 'FATAL' : 'FAULT', found, todo, { section, table })];
  });
  const isEmpty = [...watched.outcomes.values()].every(
    (outcome) =>
      outcome.status === 'fulfilled' &&
      (outcome.value === null || (Array.isArray(outcome.value) && outcome.value.length === 0)),
  );
  if (found.length > 0 || !isEmpty || numbers.length === 0) return found;
  const nothing = `None of ${numbers.length} records has anything here.`;
  return [mappingFault('HINT', nothing, 'Check that this is true, and not a join that finds nothing.', { section })];
}

/** Values the contract does not have, and the column each came from. */
function misfitsIn(watched: Watched, { type, numbers, models, agreed, section }: Judged): readonly MappingFault[] {
  const all = [...watched.outcomes].flatMap(([record, outcome]) =>
    outcome.status === 'rejected'
      ? []
      : misfitsOf(outcome.value, type, [], agreed).map((misfit) => {
          const { call, at } = originOf(outcome.value, misfit.path, watched);
          const read = call && columnOf(call, misfit.value, at);
          return { ...misfit, record, place: placeOf(read, models) };
        }),
  );
  const groups = grouped(all, ({ path, rule, place, needed }) => ({ field: fieldOf(path), rule, place, needed }));
  return [...groups.values()].map(({ told: { field, rule, place, needed }, all: some }) => {
    const records = new Set(some.map(({ record }) => record)).size;
    // An id is no code, however it looks.
    const said = field?.split('.').at(-1) === 'id' ? [] : sayable(some, numbers.length);
    const what = said.length > 0 ? ` (${said.map((value) => `"${value}"`).join(', ')})` : '';
    const from = place.column === null ? '' : ` It comes from ${named(place)}.`;
    const found = `${records} of ${numbers.length} records give ${rule}${what}.${from}`;
    // Without a status an alert is missed on a board of active ones.
    const orNull = needed || field === 'status' ? '' : ', or give null';
    return mappingFault('FAULT', found, `Turn it into a value the contract has${orNull}.`, {
      section,
      field,
      ...place,
    });
  });
}

/** Where in the contract, without positions in lists: `concerns.role`. Null for the section itself. */
const fieldOf = (path: readonly string[]): string | null =>
  path.filter((step) => !/^\d+$/.test(step)).join('.') || null;

/** The call that gave a value, and where in what that call gave it stands. */
function originOf(value: unknown, path: readonly string[], watched: Watched) {
  const steps = Array.isArray(value) ? path.slice(1) : path;
  const told: unknown = Array.isArray(value) ? value[Number(path[0])] : value;
  const call: Call | undefined = typeof told === 'object' && told !== null ? watched.callOf(told) : undefined;
  const at = (again: unknown): unknown => {
    // A call that gave a list gives its items in the same order again.
    const start: unknown = Array.isArray(again)
      ? again.find((item) => Reflect.get(Object(item), 'id') === Reflect.get(Object(told), 'id'))
      : again;
    return steps.reduce<unknown>((from, step) => Reflect.get(Object(from), step), start);
  };
  return { call, at };
}

const remarked = {
  CODE_NOT_IN_MAP: {
    level: 'HINT',
    what: 'a code that is not in the map',
    effect: 'Such a code becomes `rest`. Add it to the map if it means something.',
  },
  NOT_A_DAY: { level: 'HINT', what: 'what the mapping cannot read as a date', effect: 'It is told as no date.' },
  NOT_JSON: { level: 'FAULT', what: 'JSON that cannot be read', effect: 'It is told as if nothing were there.' },
  NOT_AN_INSTANT: { level: 'HINT', what: 'what cannot be read as an instant', effect: 'It is told as no instant.' },
} as const satisfies Record<
  Heard['remark']['kind'],
  Readonly<{ level: MappingFault['level']; what: string; effect: string }>
>;

/** What the value transforms could not make sense of. */
function remarksIn(watched: Watched, { models, section, told: toldTo }: Judged): readonly MappingFault[] {
  const groups = grouped(watched.heard, ({ remark, read }) => ({ kind: remark.kind, place: placeOf(read, models) }));
  return [...groups.values()].map(({ told: { kind, place }, all }) => {
    const { level, what, effect } = remarked[kind];
    const rows = new Set(all.map(({ row }) => row)).size;
    const codes = kind === 'CODE_NOT_IN_MAP' ? all : [];
    const column = place.column ?? '';
    const counts =
      toldTo === 'AT_THE_AGENCY' && codes.length > 0 && column !== ''
        ? countedCodes(
            column,
            // A section may ask the same map twice of one row.
            [...new Map(codes.map(({ row, remark }) => [row, remark.value])).values()],
          )
        : null;
    const said = sayable(
      codes.map(({ remark, row }) => ({ value: remark.value, record: watched.keyOf(row) })),
      watched.calls,
    );
    const which = counts === null && said.length > 0 ? ` (${said.map((value) => `"${value}"`).join(', ')})` : '';
    const where = place.column === null ? '' : ` in ${named(place)}`;
    const found = `${rows} ${rows === 1 ? 'row has' : 'rows have'} ${what}${which}${where}${counts === null ? '' : `: ${codesTold(counts)}`}.`;
    const check = kind === 'CODE_NOT_IN_MAP' ? 'CODES' : 'VALUES';
    return mappingFault(level, found, effect, { section, check, ...place });
  });
}

function placeOf(read: Read | undefined, models: readonly Model[]): Place {
  if (!read) return nowhere;
  const table = modelOf(read.row, models)?.name ?? null;
  return {
    table,
    column: table === null ? read.path.replace(/^(\d+\.)+/, '') : (read.path.split('.').at(-1) ?? read.path),
  };
}

const named = ({ table, column }: Place): string =>
  column === null ? 'a column' : table === null ? `column "${column}"` : `column "${column}" of model ${table}`;

/** Those that are told alike, together. */
function grouped<Item, Told>(
  items: readonly Item[],
  as: (item: Item) => Told,
): ReadonlyMap<string, Readonly<{ told: Told; all: readonly Item[] }>> {
  const groups = new Map<string, { told: Told; all: Item[] }>();
  for (const item of items) {
    const told = as(item);
    const name = JSON.stringify(told);
    const known = groups.get(name);
    if (known) known.all.push(item);
    else groups.set(name, { told, all: [item] });
  }
  return groups;
}
