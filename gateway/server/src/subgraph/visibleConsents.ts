import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { OpenedClient, OpenedConsent, OpenedFact } from '../store/clients.ts';
import type { ConsentRow, Whose } from '../store/consents.ts';
import type { ConsentParts } from './ConsentParts.ts';
import { type ConsentView, consentViews } from './consentView.ts';
import { isKeptFrom } from './ownClient.ts';

/** Returns the client's consents that the requester may see: those that their own agency put on file or, for the client themself, all. */
export async function visibleConsents(
  client: string,
  parts: ConsentParts,
  context: RequestContext,
): Promise<readonly ConsentView[]> {
  const known = await asFarAsKnown(client, parts, context);
  return known ? consentViews(known, context.now, parts.profile) : [];
}

/**
 * Returns the client with only what the requester's agency put on file or, for the client themself, what is theirs: nothing made
 * of this may show what others put on file. Clients see what was consented to, when they come of age and who speaks for them, but
 * not what the law calls them, nor what is blocked.
 */
export async function asFarAsKnown(
  client: string,
  { store }: Pick<ConsentParts, 'store'>,
  context: RequestContext,
): Promise<OpenedClient | undefined> {
  const [opened] = await store.clients.open([client]);
  if (!opened) return undefined;
  const { self, agency } = context.requester;
  const facts = opened.facts.filter(({ kind, recordedByAgency }) =>
    self === opened.id ? kind === 'STANDING' || kind === 'PROXY' : recordedByAgency === agency.id,
  );
  const roles = self === null ? await ownRolesOf(facts.flatMap(proxyIn), agency.id, store) : new Map();
  return {
    ...opened,
    consents: opened.consents.filter((consent) => maySee(consent, context)),
    facts: facts.map((fact) => ({ ...fact, personRoles: proxyIn(fact).flatMap((person) => roles.get(person) ?? []) })),
  };
}

const proxyIn = ({ kind, body }: OpenedFact): readonly string[] =>
  kind === 'PROXY' && typeof body.person === 'string' ? [body.person] : [];

/** What an agency itself says these people are under the law. What others say of a proxy is not for the requester to know. */
async function ownRolesOf(
  people: readonly string[],
  agency: string,
  store: ConsentParts['store'],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const opened = await store.clients.open([...new Set(people)]);
  return new Map(
    opened.map(({ asked, facts }) => [
      asked,
      facts
        .filter(({ kind, recordedByAgency }) => kind === 'ROLE' && recordedByAgency === agency)
        .flatMap(({ body: { role } }) => (typeof role === 'string' ? [role] : [])),
    ]),
  );
}

/** Returns a consent on file that the requester may see. Throws `CONSENT_UNKNOWN` otherwise. */
export async function visibleConsent(
  id: string,
  { store }: Pick<ConsentParts, 'store'>,
  context: RequestContext,
): Promise<ConsentRow> {
  const found = await store.consents.find(id, theirs(context));
  if (!found || (await isKeptFrom(found.clientId, store.clients, context))) throw new CallerFault('CONSENT_UNKNOWN');
  return found;
}

const maySee = (
  consent: Pick<OpenedConsent, 'recordedByAgency' | 'clientId'>,
  { requester: { self, agency } }: RequestContext,
): boolean => (self === null ? consent.recordedByAgency === agency.id : consent.clientId === self);

/** Like `maySee`, for a query of the store. */
export const theirs = ({ requester: { self, agency } }: RequestContext): Whose =>
  self === null ? { recordedByAgency: agency.id } : { clientId: self };
