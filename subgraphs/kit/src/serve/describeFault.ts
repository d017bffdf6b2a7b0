/** What may be logged of an error: its kind, its code and where in the program it happened; where it is a known one, what to do. */
export type FaultDescription = Readonly<{
  kind: string;
  code: string | undefined;
  frames: readonly string[];
  advice?: string;
}>;

/** What mappings fall into, by the kind of error. Rows stand in for what was loaded (`RowsRead`), and no stand-in can be cloned. */
const advices: ReadonlyMap<string, string> = new Map([
  ['DataCloneError', 'structuredClone does not accept a row that a table gave; copy it with { ...row }.'],
]);

const mostFrames = 12;
/** A line of a stack that names a place in a program. The words of an error stand in its stack too, and may look alike. */
const isFrame = /^ {4}at .*(?::\d+:\d+|<anonymous>|native|index \d+)\)?$/;

/**
 * Describes an error for the log, without its message: databases quote the values of a query in theirs, and those are
 * somebody's.
 */
export function describeFault(error: unknown): FaultDescription {
  const advice = advices.get(String(Reflect.get(Object(error), 'name')));
  const told = { ...(advice !== undefined && { advice }) };
  if (!(error instanceof Error)) return { kind: typeof error, code: undefined, frames: [], ...told };
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => isFrame.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { kind: error.name, code, frames: frames.slice(0, mostFrames).map((line) => line.trim()), ...told };
}
