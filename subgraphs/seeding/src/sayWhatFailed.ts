/** One sentence for the person who runs the seed: what failed and what to do. Never shows the password in `adminUrl`. */
export function sayWhatFailed(error: unknown, adminUrl: string | undefined): string {
  const code = codeOf(error);
  const server = adminUrl !== undefined && URL.canParse(adminUrl) ? new URL(adminUrl) : undefined;
  const where = server?.host ?? 'the given address';
  if (unreachable.has(code)) return `No PostgreSQL answers at ${where}; start it or correct ACCORD_ADMIN_URL.`;
  if (code.startsWith('28'))
    return `PostgreSQL at ${where} refused user "${server?.username}"; correct ACCORD_ADMIN_URL.`;
  if (code === '42501')
    return `User "${server?.username}" of PostgreSQL at ${where} may not create databases and roles.`;
  if (code === '53100' || code === 'ENOSPC')
    return `The disk of PostgreSQL at ${where} is full; make room and try again.`;
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}

const unreachable: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EAI_AGAIN',
  '57P03', // the server is starting or stopping
]);

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
