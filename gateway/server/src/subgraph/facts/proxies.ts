import { randomUUID } from 'node:crypto';
import type { ProxyEnd, ProxyInput } from '@accord/contract/generated/api';
import { CallerFault } from '../../CallerFault.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { FactRow } from '../../store/facts.ts';
import { assertCodes, assertSpan } from '../checkedInput.ts';
import { assertMayDoTo } from '../ownClient.ts';
import type { FactParts } from './FactParts.ts';
import { endOnFile, factView, ownFacts, putOnFile, textIn, textsIn } from './onFile.ts';

/**
 * Puts on file who may speak for a client. The hub keeps only an id of the proxy: a client's, if they are one, otherwise one that
 * stands for nobody. Throws as `assertMayDoTo`, including `CLIENT_UNKNOWN` if the proxy is a client whom the agency does not
 * know.
 */
export async function recordProxy(input: ProxyInput, parts: FactParts, context: RequestContext) {
  const mayDoTo = (id: string) => assertMayDoTo(id, 'recordProxy', parts.store.clients, context);
  const clientId = await mayDoTo(input.client);
  const person = input.person ? await mayDoTo(input.person) : `proxy:${randomUUID()}`;
  if (person === clientId)
    throw new CallerFault('ARGUMENT_REFUSED', '"person" is the client, and nobody is their own proxy.');
  assertSpan(input);
  assertCodes({ scope: input.scope }, {});
  if (input.capacity === 'PARENT' && input.scope)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      '"scope" is for guardians and attorneys. The law says how far a parent may speak for the person.',
    );
  const body = {
    person,
    capacity: input.capacity.toLowerCase(),
    ...(input.scope && { scope: input.scope }),
    ...(input.from && { from: input.from }),
    ...(input.to && { to: input.to }),
  };
  return proxyView(await putOnFile({ kind: 'PROXY', clientId, body }, parts, context));
}

/**
 * Ends a proxy of the requester's own agency. Somebody who uses violence has no authority in any capacity, whichever agency put
 * it on file. Throws as `endOnFile`.
 */
export async function endProxy(
  { id, why }: Readonly<{ id: string; why: ProxyEnd }>,
  parts: FactParts,
  context: RequestContext,
) {
  return proxyView(await endOnFile({ id, kind: 'PROXY', why, action: 'endProxy' }, parts, context));
}

/** Returns a client's proxies that the requester's own agency put on file, newest first. */
export const proxiesOf = async (client: string, parts: FactParts, context: RequestContext) =>
  (await ownFacts(client, 'PROXY', parts, context)).map(proxyView);

const proxyView = (fact: FactRow) => ({
  ...factView(fact),
  capacity: textIn(fact, 'capacity')?.toUpperCase() ?? null,
  scope: textsIn(fact, 'scope') ?? [],
  from: textIn(fact, 'from'),
  to: textIn(fact, 'to'),
});
