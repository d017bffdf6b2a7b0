import { randomUUID } from 'node:crypto';
import { CallerFault } from '../../CallerFault.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { FactKind, FactRow, NewFact } from '../../store/facts.ts';
import { assertReadable } from '../assertReadable.ts';
import { said } from '../checkedInput.ts';
import { type Action, assertMayDo } from '../mayDo.ts';
import { forget, isKeptFrom } from '../ownClient.ts';
import type { FactParts } from './FactParts.ts';

/**
 * Puts a fact on file; `REPLACING` ends what this agency said before of that kind. Callers check first whether the requester may.
 * Throws as `assertReadable`, and `ARGUMENT_REFUSED` if it names two people whose files were made one meanwhile.
 */
export async function putOnFile(
  { kind, clientId, body }: Pick<NewFact, 'kind' | 'clientId' | 'body'>,
  { store, profile }: FactParts,
  context: RequestContext,
  way: 'BESIDE' | 'REPLACING' = 'BESIDE',
): Promise<FactRow> {
  const { requester, now } = context;
  const fact: NewFact = {
    ...{ id: randomUUID(), clientId, kind, body },
    ...{ recordedByAgency: requester.agency.id, recordedBy: requester.user, recordedAt: now },
  };
  assertReadable(
    { client: clientId, facts: [{ ...fact, endedAt: null, endedWhy: null, personRoles: null, personNow: null }] },
    profile,
    now,
  );
  const put = await (way === 'REPLACING' ? store.facts.replace(fact) : store.facts.add(fact));
  if (put === null) throw new CallerFault('ARGUMENT_REFUSED', madeOne);
  forget(put.clientId, context, put.epoch);
  return { ...fact, clientId: put.clientId, endedAt: null, endedBy: null, endedWhy: null };
}

const madeOne =
  'The files of the two people were made one in the meantime, so it was not recorded. If they are two people, separate the record (separateRecord) and send it again.';

/**
 * Ends a fact of the requester's own agency. Throws `FACT_UNKNOWN` if there is none, it is of another kind or agency, or its
 * client is kept from the requester.
 */
export async function endOnFile(
  { id, kind, why, action }: Readonly<{ id: string; kind: FactKind; why: string; action: Action }>,
  { store }: FactParts,
  context: RequestContext,
): Promise<FactRow> {
  const { requester, now } = context;
  assertMayDo(action, requester);
  const reason = said('why', why);
  const found = await store.facts.find(id, requester.agency.id);
  if (found?.kind !== kind || requester.self !== null || (await isKeptFrom(found.clientId, store.clients, context)))
    throw new CallerFault('FACT_UNKNOWN');
  const ended = await store.facts.end(id, { by: requester.user, why: reason, at: now });
  if (!ended) throw new CallerFault('FACT_UNKNOWN');
  forget(ended.fact.clientId, context, ended.epoch);
  return ended.fact;
}

/** Returns the facts of a kind that the requester's own agency put on file about a client, newest first. Clients read none of them. */
export async function ownFacts(
  client: string,
  kind: FactKind,
  { store }: FactParts,
  { requester }: RequestContext,
): Promise<readonly FactRow[]> {
  if (requester.self !== null) return [];
  const all = await store.facts.ofClient(client, requester.agency.id);
  return all.filter((fact) => fact.kind === kind);
}

/** What facts of every kind show. */
export const factView = ({ id, clientId, recordedBy, recordedAt, endedAt }: FactRow) => ({
  id,
  client: { id: clientId },
  recordedBy,
  recordedAt: recordedAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
});

/** Reads a text from a body that came out of the database. */
export const textIn = ({ body }: FactRow, name: string): string | null => {
  const value = body[name];
  return typeof value === 'string' ? value : null;
};

/** Like `textIn`, for a list; null if there is none. */
export const textsIn = ({ body }: FactRow, name: string): readonly string[] | null => {
  const value = body[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null;
};
