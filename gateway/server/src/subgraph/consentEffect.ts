import { startOf } from '@accord/consent/instants';
import type { ConsentInput, ConsentNarrowing } from '@accord/contract/generated/api';
import { partOf } from '../partOf.ts';
import type { RequestContext } from '../RequestContext.ts';
import { factsOf } from '../release/factsOf.ts';
import type { OpenedClient, OpenedConsent } from '../store/clients.ts';
import type { ConsentRow } from '../store/consents.ts';
import type { ConsentParts } from './ConsentParts.ts';
import { consentToRecord } from './consentToRecord.ts';
import { consentToWithdraw } from './consentToWithdraw.ts';
import { askedAs, type EffectRow, effectRows } from './effectRows.ts';
import { narrowerConsent } from './narrowerConsent.ts';
import { asFarAsKnown } from './visibleConsents.ts';

/** What a consent, narrowing or withdrawal would change; nothing of it is on file. */
export type EffectView = Readonly<{
  note: string;
  askedAs: string;
  from: string | null;
  rows: readonly EffectRow[];
}>;

const notes = {
  agency:
    'This is only what your agency knows. Other agencies may hold refusals, blocks or legal grounds that keep more closed, or more open, than is shown here.',
  self: 'This is based on your own consents only. Agencies may hold blocks or legal grounds that keep more closed, or more open, than is shown here.',
} as const;

/** Returns what a consent or refusal would change. Throws as `recordConsent`; writes nothing. */
export async function consentEffect(
  input: ConsentInput,
  parts: ConsentParts,
  context: RequestContext,
): Promise<EffectView> {
  const row = await consentToRecord(input, parts, context);
  return effectOf(row, (consents) => [...consents, row], parts, context);
}

/** Returns what a narrowing would change. Throws as `narrowConsent`; writes nothing. */
export async function narrowingEffect(
  input: ConsentNarrowing,
  parts: ConsentParts,
  context: RequestContext,
): Promise<EffectView> {
  const { row } = await narrowerConsent(input, parts, context);
  return effectOf(row, (consents) => [...consents, row], parts, context);
}

/** Returns what a withdrawal would change. Throws as `withdrawConsent`; writes nothing. */
export async function withdrawalEffect(id: string, parts: ConsentParts, context: RequestContext): Promise<EffectView> {
  const found = await consentToWithdraw(id, parts, context);
  const withdrawn = (consent: OpenedConsent): OpenedConsent =>
    consent.id === id && consent.withdrawnAt === null ? { ...consent, withdrawnAt: context.now } : consent;
  return effectOf(found, (consents) => consents.map(withdrawn), parts, context);
}

/** Compares the same person with and without the change, at the moment the change takes effect: now, or when it begins. */
async function effectOf(
  said: ConsentRow,
  change: (consents: OpenedClient['consents']) => OpenedClient['consents'],
  parts: ConsentParts,
  context: RequestContext,
): Promise<EffectView> {
  const { requester, now } = context;
  const client = await asFarAsKnown(said.clientId, parts, context);
  const begins = beginningOf(said, parts, now);
  const reading = { now: begins?.at ?? now, profile: parts.profile, unreadable: () => {} };
  const before = client && factsOf(client, reading);
  const after = client && factsOf({ ...client, consents: change(client.consents) }, reading);
  // As with releases: if one of a person's facts cannot be read, nothing of them is released.
  const rows =
    before && after ? effectRows({ ...{ client, said, before, after }, at: reading.now }, parts, context) : [];
  return {
    ...{ note: requester.self === null ? notes.agency : notes.self, askedAs },
    ...{ from: begins?.from ?? null, rows },
  };
}

/** When the consent begins, if that is in the future. */
function beginningOf(
  { body: { effective } }: ConsentRow,
  { profile }: ConsentParts,
  now: Date,
): Readonly<{ from: string; at: Date }> | undefined {
  const from = partOf(effective, 'from');
  if (typeof from !== 'string') return undefined;
  const at = new Date(startOf(from, profile.timeZone));
  return at > now ? { from, at } : undefined;
}
