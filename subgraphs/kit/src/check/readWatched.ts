import { hearing, type Remark } from '../mapping/remark.ts';
import type { Many, One } from '../mapping/section.ts';
import type { Batch, Load } from '../mapping/table.ts';

/** A column read by a section's function, from the row itself or from one that came with it (`worker.USR_LVL`). */
export type Read = Readonly<{ row: object; path: string; value: unknown }>;

/** One call of a section's function on a row: how to repeat it, and what it read before it ended. */
export type Call = Readonly<{ row: unknown; as: (row: unknown) => unknown; reads: readonly Read[] }>;

/** What a transform could not make sense of, and the column it came from where that was observed. */
export type Heard = Readonly<{ remark: Remark; read: Read | undefined; row: unknown }>;

/** How a section read a sample of records. */
export type Watched = Readonly<{
  /** By record: its value, or what was thrown. */
  outcomes: ReadonlyMap<string, PromiseSettledResult<unknown>>;
  loads: readonly Readonly<{ rows: readonly unknown[]; load: Load }>[];
  heard: readonly Heard[];
  /** How many rows were read. */
  calls: number;
  /** The call that a value, or an item of a list, came from. */
  callOf(value: object): Call | undefined;
  /** The call that threw this. */
  callThrowing(error: unknown): Call | undefined;
  /** The record, or the key of a further hop, that a row was loaded for. */
  keyOf(row: unknown): string | undefined;
}>;

/** Reads a section for all records of a sample at once, as a request from the hub would, and observes what it reads. */
export async function readWatched(
  section: One<unknown> | Many<unknown>,
  numbers: readonly string[],
  now: Date,
): Promise<Watched> {
  const loads: { rows: readonly unknown[]; load: Load }[] = [];
  const heard: Heard[] = [];
  const calls = new WeakMap<object, Call>();
  const thrown = new Map<unknown, Call>();
  let rowsRead = 0;
  const keys = new Map<unknown, string>();

  const read = <Row, Value>(row: Row, as: (row: Row) => Value): Value => {
    rowsRead += 1;
    const reads: Read[] = [];
    const call: Call = { row, as: (again) => as(again as Row), reads };
    const hear = (remark: Remark): void => {
      heard.push({ remark, row, read: reads.filter(({ value }) => value === remark.value).at(-1) });
    };
    try {
      const value = hearing(hear, () => as(recording(row, reads)));
      for (const each of Array.isArray(value) ? value : [value])
        if (typeof each === 'object' && each !== null) calls.set(each, call);
      return value;
    } catch (error) {
      thrown.set(error, call);
      throw error;
    }
  };
  const batch: Batch = {
    now,
    read,
    loaded: (rows, load) => {
      loads.push({ rows, load });
      for (const [nth, row] of rows.entries()) keys.set(row, load.given[nth] ?? '');
    },
  };
  const settled = await Promise.allSettled(numbers.map((number) => section.of(number, batch)));
  return {
    outcomes: new Map(settled.map((outcome, nth) => [numbers[nth] ?? '', outcome])),
    ...{ loads, heard, calls: rowsRead },
    callOf: (value) => calls.get(value),
    callThrowing: (error) => thrown.get(error),
    keyOf: (row) => keys.get(row),
  };
}

/** The same row, as a proxy that notes what is read of it. */
function recording<Value>(value: Value, reads: Read[], path = ''): Value {
  if (!isPlain(value)) return value;
  return new Proxy(value, {
    get(target, name, receiver) {
      const found: unknown = Reflect.get(target, name, receiver);
      if (typeof name === 'symbol' || !Object.hasOwn(target, name) || (Array.isArray(target) && name === 'length'))
        return found;
      const at = path === '' ? name : `${path}.${name}`;
      if (!isPlain(found)) reads.push({ row: target, path: at, value: found });
      const own = Object.getOwnPropertyDescriptor(target, name);
      // A proxy must return frozen properties as they are.
      return own?.configurable === false ? found : recording(found, reads, at);
    },
  });
}

/** Rows and lists of rows. Not `Date`, `Decimal` or bytes, whose methods need the object itself. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const made: unknown = Object.getPrototypeOf(value);
  return made === null || made === Object.prototype || Array.isArray(value);
}
