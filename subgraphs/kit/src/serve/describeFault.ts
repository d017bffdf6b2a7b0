/** What may be logged of an error: its kind, its code and where in the program it happened. */
export type FaultDescription = Readonly<{ kind: string; code: string | undefined; frames: readonly string[] }>;

const mostFrames = 12;

/**
 * Describes an error for the log, without its message: databases quote the values of a query in theirs, and those are
 * somebody's.
 */
export function describeFault(error: unknown): FaultDescription {
  if (!(error instanceof Error)) return { kind: typeof error, code: undefined, frames: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { kind: error.name, code, frames: frames.slice(0, mostFrames).map((line) => line.trim()) };
}
