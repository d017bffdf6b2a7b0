import { randomUUID } from 'node:crypto';
import type { ClientMatch } from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import type { SignPermit } from '../exchange/signPermit.ts';
import type { Transport } from '../exchange/Transport.ts';
import type { RequestContext } from '../RequestContext.ts';

/** What a worker typed, as codes: the linkage key, and a filter of 128 bytes; null where too little was typed for it. */
export type EncodedMatch = Readonly<{ key: string | null; clk: Uint8Array | null }>;

/** Turns what a worker typed into keyed codes. */
export type EncodeMatch = (match: ClientMatch, context: RequestContext) => Promise<EncodedMatch>;

/**
 * Asks the requester's own agency to encode: the linkage secret is the agencies' and the hub never has it. What was typed is
 * passed on and neither kept nor logged. Throws `ENCODER_UNAVAILABLE` where the agency does not answer.
 */
export const encodeAtAgency =
  (transport: Transport, signPermit: SignPermit, deadlineMs: number): EncodeMatch =>
  async ({ given, family, dateOfBirth, sex }, { requester, now }) => {
    const { user, role, agency, purpose } = requester;
    const typed = { given, family, dateOfBirth, sex };
    const body = JSON.stringify(
      Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value ?? null])),
    );
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
    return parseCodes(answer.body);
  };

const filterBytes = 128;

function parseCodes(body: string): EncodedMatch {
  try {
    const parsed: unknown = JSON.parse(body);
    const of = (name: string): unknown =>
      typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : undefined;
    const [key, clk] = [of('key'), of('clk') ?? null];
    if ((typeof key === 'string' || key === null) && (typeof clk === 'string' || clk === null)) {
      const filter = clk === null ? null : new Uint8Array(Buffer.from(clk, 'base64url'));
      if (filter === null || filter.length === filterBytes) return { key, clk: filter };
    }
  } catch {
    // answered below: garbage and silence are the same to the caller
  }
  throw new CallerFault('ENCODER_UNAVAILABLE');
}
