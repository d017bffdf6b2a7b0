import { randomUUID } from 'node:crypto';
import type { ClientMatch } from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import type { SignPermit } from '../exchange/signPermit.ts';
import type { Transport } from '../exchange/Transport.ts';
import { partOf } from '../partOf.ts';
import type { RequestContext } from '../RequestContext.ts';

/** What a worker typed, encoded: the linkage key and a filter of 128 bytes. Each is null if too little was typed for it. */
export type EncodedMatch = Readonly<{ key: string | null; clk: Uint8Array | null }>;

/** Encodes what a worker typed. */
export type EncodeMatch = (match: ClientMatch, context: RequestContext) => Promise<EncodedMatch>;

/**
 * Asks the requester's own agency to encode: the linkage secret belongs to the agencies, and the hub never has it. What was typed
 * is passed on, and neither kept nor logged. Throws `ENCODER_UNAVAILABLE` if the agency does not answer, and `ARGUMENT_REFUSED`
 * if it could not use what was typed: an empty list would read as if nobody had such a name.
 */
export const encodeAtAgency =
  (transport: Transport, signPermit: SignPermit, deadlineMs: number): EncodeMatch =>
  async ({ given, family, dateOfBirth, sex }, { requester, now }) => {
    const { user, role, agency, purpose } = requester;
    const typed = { given, family, dateOfBirth, sex };
    for (const [name, text] of Object.entries({ given, family })) if (text) assertShort(name, text);
    if (dateOfBirth) assertDate(dateOfBirth);
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
    const codes = parseCodes(answer.body);
    if (codes.key === null && codes.clk === null)
      throw new CallerFault(
        'ARGUMENT_REFUSED',
        '"match" is too little to search by. Give both names, or one name and the full date of birth. A word such as "Unknown" is not a name.',
      );
    return codes;
  };

const longestName = 200;

function assertShort(name: string, text: string): void {
  if (text.length > longestName)
    throw new CallerFault('ARGUMENT_REFUSED', `"${name}" has ${text.length} characters; the limit is ${longestName}.`);
}

/** Accepts a day, a month or a year. Anything else would not count as a date, and nobody would be found by it. */
function assertDate(text: string): void {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  const whole = `${year}-${month}-${day}`;
  const at = new Date(`${whole}T00:00:00Z`);
  if (year === undefined || Number.isNaN(at.getTime()) || !at.toISOString().startsWith(whole))
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      '"dateOfBirth" must be a day, a month or a year: 1990-02-03, 1990-02 or 1990.',
    );
}

const filterBytes = 128;

function parseCodes(body: string): EncodedMatch {
  try {
    const parsed: unknown = JSON.parse(body);
    const [key, clk] = [partOf(parsed, 'key'), partOf(parsed, 'clk') ?? null];
    if ((typeof key === 'string' || key === null) && (typeof clk === 'string' || clk === null)) {
      const filter = clk === null ? null : new Uint8Array(Buffer.from(clk, 'base64url'));
      if (filter === null || filter.length === filterBytes) return { key, clk: filter };
    }
  } catch {
    // Falls through: to the caller, garbage and silence are the same.
  }
  throw new CallerFault('ENCODER_UNAVAILABLE');
}
