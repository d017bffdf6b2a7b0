import { errorCode } from '@accord/server/postgres/errorCode';
import { StartFault } from '@accord/server/postgres/StartFault';

/** Why a file could not be written, by Node's error codes; an error with another code is reported unchanged. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'part of its path is a file, not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'this user does not have permission to write there',
  EPERM: 'this user does not have permission to write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: "this user's disk quota is used up",
  EFBIG: 'it would be larger than the file system allows',
  EIO: 'the disk reported an error',
};

/** The error to report: one sentence if `out`, a file or standard output, cannot be written. */
export function outFault(error: unknown, out: string): unknown {
  const code = errorCode(error);
  // Sockets have some of the same codes; those errors are the database's.
  if (typeof error !== 'object' || error === null || Reflect.get(error, 'syscall') === 'connect') return error;
  if (code === 'EEXIST') return new StartFault(`${out} already exists. Name a new file, or move the existing one.`);
  return code in reasons ? new StartFault(`${out} cannot be written: ${reasons[code]}.`) : error;
}
