/** The words of anything thrown; several attempts in one error (a host with two addresses) are all named. */
export function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.map(messageOf).join('; ');
  return 'message' in error && typeof error.message === 'string' ? error.message : String(error);
}
