/** One sentence for the person who runs the seed: what failed and what to do. */
export function sayWhatFailed(error: unknown, file: string | undefined): string {
  const message = error instanceof Error ? error.message : String(error);
  const said = `${codeOf(error)} ${message}`;
  if (/NOTADB|CORRUPT|malformed|not a database/i.test(said)) {
    return `${file} is broken or not a SQLite database; restore it from a backup, or seed again with --reset.`;
  }
  if (/ENOSPC|SQLITE_FULL|disk is full/i.test(said))
    return `The disk that holds ${file} is full; make room and try again.`;
  if (/EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN|Unable to open/i.test(said)) {
    return `${file} cannot be opened or written; check the folder and its rights.`;
  }
  return message.split('\n')[0] ?? message;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
