const reasons: Readonly<Record<string, string>> = {
  ENOENT: '; the file does not exist',
  EISDIR: '; it is a folder',
  EACCES: '; this user does not have permission to read it',
};

/** Why a file could not be read, as the end of a sentence that says it could not; empty if Node gives another reason. */
export function whyOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return (typeof code === 'string' ? reasons[code] : undefined) ?? '';
}
