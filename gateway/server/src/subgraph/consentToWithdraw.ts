import { authorityOf, isOwnWord } from '@accord/consent/authorityOf';
import { personIn } from '@accord/consent/personIn';
import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import { factsOf } from '../release/factsOf.ts';
import type { ConsentRow } from '../store/consents.ts';
import type { ConsentParts } from './ConsentParts.ts';
import { assertMayDo } from './mayDo.ts';
import { asFarAsKnown, visibleConsent } from './visibleConsents.ts';

/**
 * Returns a consent or refusal that the requester may withdraw; writes nothing. Throws `ROLE_REFUSED`, and `CONSENT_UNKNOWN` if
 * they may not see it.
 *
 * Taking back a refusal opens something, as a yes does. So a child whose own yes does not count yet cannot take back what
 * somebody refused for them (consent rules, order 4), but can take back what they refused themself.
 */
export async function consentToWithdraw(id: string, parts: ConsentParts, context: RequestContext): Promise<ConsentRow> {
  assertMayDo('withdrawConsent', context.requester);
  const found = await visibleConsent(id, parts, context);
  if (found.status === 'refused' && context.requester.self !== null && !(await isTheirsToOpen(found, parts, context)))
    throw new CallerFault(
      'ROLE_REFUSED',
      'Someone said no on your behalf. That stays in force until you can say yes yourself.',
    );
  return found;
}

/** Whether the refusal is the client's own, or their own yes would count. False if one of their facts cannot be read. */
async function isTheirsToOpen(
  { id, clientId }: ConsentRow,
  parts: ConsentParts,
  context: RequestContext,
): Promise<boolean> {
  const client = await asFarAsKnown(clientId, parts, context);
  const { now } = context;
  const { facts } = (client && factsOf(client, { now, profile: parts.profile, unreadable: () => {} })) ?? {};
  const refusal = facts?.consents?.find((consent) => consent.id === id);
  if (!refusal) return false;
  if (isOwnWord(refusal)) return true;
  const { givenBy: _, ...own } = refusal;
  const person = personIn(facts?.people, refusal.subject);
  return authorityOf({ ...own, status: 'active' }, person, now.getTime(), parts.profile.timeZone) === 'HELD';
}
