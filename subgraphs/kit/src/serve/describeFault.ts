/** What may be logged about an error: its kind, its code and where in the program it happened; for a known one, also what to do. */
export type FaultDescription = Readonly<{
  kind: string;
  code: string | undefined;
  frames: readonly string[];
  advice?: string;
}>;

/**
 * Advice on mistakes that mappings commonly make, by kind of error. Rows are proxies (`RowsRead`), and a proxy cannot be
 * cloned.
 */
const advices: ReadonlyMap<string, string> = new Map([
  ['DataCloneError', 'structuredClone does not accept a row that a table gave; copy it with { ...row }.'],
]);

const mostFrames = 12;
/** A stack line that names a place in a program. The stack also contains the error's message, which may look similar. */
const isFrame = /^ {4}at .*(?::\d+:\d+|<anonymous>|native|index \d+)\)?$/;

/** Describes an error for the log without its message: databases quote a query's values in theirs, and those are personal data. */
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
