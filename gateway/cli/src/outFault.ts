import { errorCode } from '@accord/server/postgres/errorCode';
import { StartFault } from '@accord/server/postgres/StartFault';

/** Why a file could not be written, by Node's error codes; an error with another code is reported unchanged. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  EDQUOT: 'this user may use no more of the disk',
  EFBIG: 'it would be too large',
  EIO: 'the disk fails',
};

/** The error to report: one sentence if `out`, a file or standard output, cannot be written. */
export function outFault(error: unknown, out: string): unknown {
  const code = errorCode(error);
  // Sockets have some of the same codes; those errors are the database's.
  if (typeof error !== 'object' || error === null || Reflect.get(error, 'syscall') === 'connect') return error;
  if (code === 'EEXIST') return new StartFault(`${out} is there already. Name a new file, or move that one away.`);
  return code in reasons ? new StartFault(`${out} cannot be written: ${reasons[code]}.`) : error;
}
