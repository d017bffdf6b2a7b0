import { type Announcement, mostAliases } from '@accord/linkage/Announcement';
import { CallerFault } from '../CallerFault.ts';
import { parseSent } from '../parseSent.ts';
import { partOf } from '../partOf.ts';

/** What an agency announces in one message. */
export type Batch = Readonly<{
  schemaHash: string;
  keyEpoch: number;
  records: readonly (Announcement & Readonly<{ consented: boolean }>)[];
  /** Numbers of records that no longer exist. */
  removed: readonly string[];
  /** Where the agency's own list of changes continues; null if it keeps none. */
  cursor: string | null;
  /** True for the last batch of a sync. Programs of an older kit never say so. */
  done: boolean;
}>;

const filterBytes = 128;
const longestText = 200;

/** Reads a batch. Throws as `parseSent`, and `ARGUMENT_REFUSED` with the place of what is wrong and none of its values. */
export function parseBatch(body: string): Batch {
  const sent = parseSent(body);
  const of = (name: string): unknown => partOf(sent, name);
  const records = of('records');
  const removed = of('removed') ?? [];
  const [schemaHash, keyEpoch, cursor = null] = [of('schemaHash'), of('keyEpoch'), of('cursor')];
  if (typeof schemaHash !== 'string' || !Number.isInteger(keyEpoch))
    throw new CallerFault('ARGUMENT_REFUSED', 'The batch needs schemaHash and keyEpoch.');
  if (!Array.isArray(records) || !Array.isArray(removed) || !removed.every(isText))
    throw new CallerFault('ARGUMENT_REFUSED', 'The batch needs a list of records, and "removed" a list of numbers.');
  if (cursor !== null && !isText(cursor))
    throw new CallerFault('ARGUMENT_REFUSED', `"cursor" must be text of at most ${longestText} characters.`);
  return {
    schemaHash,
    keyEpoch: Number(keyEpoch),
    records: records.map(parseRecord),
    removed,
    cursor,
    done: of('done') === true,
  };
}

function parseRecord(value: unknown, index: number): Batch['records'][number] {
  const of = (name: string): unknown => partOf(value, name);
  const [number, slk, dobAccuracy, worker, open] = ['number', 'slk', 'dobAccuracy', 'worker', 'open'].map(of);
  const [clk, aliases, parts, sexCode] = ['clk', 'aliases', 'parts', 'sexCode'].map(of);
  if (
    !isText(number) ||
    !orNull(slk, isText) ||
    !isText(dobAccuracy) ||
    !orNull(worker, isText) ||
    typeof open !== 'boolean'
  )
    throw new CallerFault('ARGUMENT_REFUSED', `records[${index}] needs number, slk, dobAccuracy, worker and open.`);
  if (
    !orNull(clk, isFilter) ||
    !Array.isArray(aliases) ||
    aliases.length > mostAliases ||
    !aliases.every(isFilter) ||
    !isMask(parts) ||
    !orNull(sexCode, isText)
  )
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `records[${index}] needs clk (${filterBytes} bytes in base64url, or null), aliases (at most ${mostAliases}), parts and sexCode.`,
    );
  return {
    ...{ number, slk, dobAccuracy, worker, open, clk, aliases, parts, sexCode },
    consented: of('consented') === true,
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= longestText;
const isFilter = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]+$/.test(value) && Buffer.from(value, 'base64url').length === filterBytes;
/** No more bits than the database stores. */
const isMask = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31;
const orNull = <Value>(value: unknown, is: (value: unknown) => value is Value): value is Value | null =>
  value === null || is(value);
