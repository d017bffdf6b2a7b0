/** The code Node or PostgreSQL gave an error (`ENOENT`, `42P04`); empty when it has none. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
