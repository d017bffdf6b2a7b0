import { describeFault } from '../serve/describeFault.ts';
import { InputFault } from './InputFault.ts';

/** What is printed when a command ends with an error. `mendable`: the person running it can mend it, as the sentence says. */
export type ToldFault = Readonly<{ sentence: string; mendable: boolean }>;

/** Why the system did not read or write a file, by error code. Other errors are reported by their code alone. */
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
 * One sentence: the command's own; for a file that cannot be read or written, which one and why; for anything else, its
 * kind and place.
 *
 * Never the message of another error, nor its properties: a database driver's repeat connection strings, with passwords,
 * and rows.
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

/** A sentence about a file error of the system; null for any other error. */
function fileFault(error: unknown): string | null {
  const [code, path, call] = ['code', 'path', 'syscall'].map((name): unknown => Reflect.get(Object(error), name));
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code) || typeof call !== 'string') return null;
  // Reading a folder as a file gives an error without the path.
  if (typeof path !== 'string') return code === 'EISDIR' ? `A file cannot be read: ${reasons.EISDIR}.` : null;
  const why = Object.hasOwn(reasons, code) ? `${reasons[code]} (${code})` : code;
  return `${path} cannot be read or written: ${why}.`;
}
