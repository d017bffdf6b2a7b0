/** Returns the message of anything thrown; for an error made of several attempts (a host with two addresses), all their messages. */
export function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.map(messageOf).join('; ');
  return 'message' in error && typeof error.message === 'string' ? error.message : String(error);
}
