import { describeFault } from '../serve/describeFault.ts';
import { InputFault } from './InputFault.ts';

/** What is said where a command ends by an error. `mendable`: whoever runs it can mend it, by what the sentence says. */
export type ToldFault = Readonly<{ sentence: string; mendable: boolean }>;

/** Why the system does not read or write a file, by its code. What is missing here is told by the code alone. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'the file or its folder does not exist',
  ENOTDIR: 'part of its path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EEXIST: 'something of that name already exists',
  EACCES: 'this user does not have permission',
  EPERM: 'this user does not have permission',
  EROFS: 'its disk is read-only',
  ENOSPC: 'its disk is full',
};

/**
 * One sentence: the command's own; of a file that cannot be read or written, which and why; of anything else its kind and its place.
 *
 * Never another's message, and nothing that hangs on an error: a database's driver repeats connections, with their passwords, and rows.
 */
export function tellCommandFault(error: unknown): ToldFault {
  if (error instanceof InputFault) return { sentence: error.message, mendable: true };
  const ofFile = fileFault(error);
  if (ofFile !== null) return { sentence: ofFile, mendable: true };
  const { kind, code, frames } = describeFault(error);
  const place = frames[0] === undefined ? '' : ` (${frames[0]})`;
  return {
    sentence: `The command ended with an unexpected error: ${kind}${code ? ` ${code}` : ''}${place}. The error's own text is not shown, because it may contain personal data.`,
    mendable: false,
  };
}

/** Of an error of the system about a file; null for any other. */
function fileFault(error: unknown): string | null {
  const [code, path, call] = ['code', 'path', 'syscall'].map((name): unknown => Reflect.get(Object(error), name));
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code) || typeof call !== 'string') return null;
  // What reads a folder as a file does not say which.
  if (typeof path !== 'string') return code === 'EISDIR' ? `A file cannot be read: ${reasons.EISDIR}.` : null;
  const why = Object.hasOwn(reasons, code) ? `${reasons[code]} (${code})` : code;
  return `${path} cannot be read or written: ${why}.`;
}
