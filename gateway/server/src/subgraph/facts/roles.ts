import { gateOn } from '@accord/consent/gateOn';
import type { Profile } from '@accord/consent/Profile';
import { wordsFor } from '@accord/consent/wordsFor';
import type { RoleInput } from '@accord/contract/generated/api';
import { CallerFault } from '../../CallerFault.ts';
import type { RequestContext } from '../../RequestContext.ts';
import { viewerOf } from '../../release/decideRelease.ts';
import type { FactRow } from '../../store/facts.ts';
import { said } from '../checkedInput.ts';
import { assertMayDo } from '../mayDo.ts';
import { assertMayDoTo } from '../ownClient.ts';
import type { FactParts } from './FactParts.ts';
import { endOnFile, factView, ownFacts, putOnFile, textIn } from './onFile.ts';

/**
 * Puts a client's role under the law on file. Throws as `assertMayDoTo`. For a role that a law opens without consent, it also
 * throws if the requester is not a lead, or may not use that law for this purpose (`ROLE_REFUSED`, `PURPOSE_REFUSED`).
 */
export async function recordRole(input: RoleInput, parts: FactParts, context: RequestContext) {
  const { profile, store } = parts;
  assertMayDo('recordRole', context.requester);
  // CLIENT is the role of a person of whom nothing else is said; CHILD follows from their age.
  const sayable = [...profile.roles].filter((role) => role !== 'CLIENT' && role !== 'CHILD');
  if (!sayable.includes(input.role))
    throw new CallerFault('ARGUMENT_REFUSED', `"role" must be one of ${sayable.join(', ')}.`);
  const purposes = profile.laws
    .filter((law) => law.kind === 'role' && law.role === input.role)
    .flatMap((law) => law.purposes);
  if (purposes.length > 0) {
    assertMayDo('recordOpeningRole', context.requester);
    assertLawIsTheirs(purposes, profile, context);
  }
  const clientId = await assertMayDoTo(input.client, 'recordRole', store.clients, context);
  const body = { role: input.role, reason: said('reason', input.reason) };
  return roleView(await putOnFile({ kind: 'ROLE', clientId, body }, parts, context));
}

/**
 * Throws if the requester may not use a law that opens under these purposes: `PURPOSE_REFUSED` if they ask under another purpose,
 * `ROLE_REFUSED` if a gate of the profile shuts it to them or their agency.
 */
export function assertLawIsTheirs(
  purposes: readonly string[],
  profile: Profile,
  { requester, now }: RequestContext,
): void {
  if (!purposes.includes(requester.purpose))
    throw new CallerFault('PURPOSE_REFUSED', `This can be done under ${[...new Set(purposes)].join(', ')}.`);
  const shut = gateOn(
    {
      ...{ viewer: viewerOf(requester, []), purpose: requester.purpose, subjects: [] },
      ...{ source: requester.agency.id, at: now.toISOString() },
    },
    profile,
  );
  if (shut) throw new CallerFault('ROLE_REFUSED', wordsFor(shut.reason, profile).join(' '));
}

/** Takes back a role that the requester's own agency put on file. Throws as `endOnFile`. */
export const endRole = async (
  { id, why }: Readonly<{ id: string; why: string }>,
  parts: FactParts,
  context: RequestContext,
) => roleView(await endOnFile({ id, kind: 'ROLE', why, action: 'endRole' }, parts, context));

/** Returns what the requester's own agency says a client is under the law, newest first. */
export const rolesOf = async (client: string, parts: FactParts, context: RequestContext) =>
  (await ownFacts(client, 'ROLE', parts, context)).map(roleView);

const roleView = (fact: FactRow) => ({ ...factView(fact), role: textIn(fact, 'role'), reason: textIn(fact, 'reason') });
