import { errorCode } from '../postgres/errorCode.ts';

/** PostgreSQL has as many sessions as it, the database or the role may have, or is not ready for any yet; the first as Prisma tells it, too. */
const codes: readonly string[] = ['53300', '57P03', 'P2037'];
/** What our own pool says when none of its connections came back in time: it has no code. */
const ofThePool = 'timeout exceeded when trying to connect';

/**
 * True where the store did nothing because there was no connection for it: whoever asks again in a moment may be served. What errors are
 * wrapped in on their way through GraphQL is looked into.
 */
export function lacksConnection(error: unknown): boolean {
  for (
    let inner = error;
    inner instanceof Object;
    inner = Reflect.get(inner, 'originalError') ?? Reflect.get(inner, 'cause')
  )
    if (codes.includes(errorCode(inner)) || Reflect.get(inner, 'message') === ofThePool) return true;
  return false;
}
