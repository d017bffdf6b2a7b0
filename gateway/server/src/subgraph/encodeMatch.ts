import { randomUUID } from 'node:crypto';
import type { ClientMatch } from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import type { SignPermit } from '../exchange/signPermit.ts';
import type { Transport } from '../exchange/Transport.ts';
import type { RequestContext } from '../RequestContext.ts';

/** Turns what a worker typed into a keyed code; `null` where it cannot be one (no day of birth, say). */
export type EncodeMatch = (match: ClientMatch, context: RequestContext) => Promise<string | null>;

/**
 * Asks the requester's own agency to encode: the linkage secret is the agencies' and the hub never has it. What was typed is
 * passed on and neither kept nor logged. Throws `ENCODER_UNAVAILABLE` where the agency does not answer.
 */
export const encodeAtAgency =
  (transport: Transport, signPermit: SignPermit, deadlineMs: number): EncodeMatch =>
  async ({ given, family, dateOfBirth, sex }, { requester, now }) => {
    const { user, role, agency, purpose } = requester;
    const body = JSON.stringify({ given: given ?? null, family: family ?? null, dateOfBirth, sex });
    const permit = await signPermit({
      agency: agency.id,
      body,
      id: randomUUID(),
      now,
      permit: { requester: { user, role, agency: agency.id, purpose }, releases: [], figures: false },
    });
    const answer = await transport.send({
      agency: agency.id,
      url: agency.url,
      path: '/linkage/encode',
      body,
      permit,
      deadlineMs,
    });
    if (answer.kind !== 'ANSWERED' || answer.status !== 200) throw new CallerFault('ENCODER_UNAVAILABLE');
    return parseKey(answer.body);
  };

function parseKey(body: string): string | null {
  try {
    const parsed: unknown = JSON.parse(body);
    const key: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'key') : undefined;
    if (typeof key === 'string' || key === null) return key;
  } catch {
    // answered below: garbage and silence are the same to the caller
  }
  throw new CallerFault('ENCODER_UNAVAILABLE');
}
