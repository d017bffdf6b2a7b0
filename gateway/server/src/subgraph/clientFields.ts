import type { Alert, ClientAlertsArgs, Need, PersonName, Worker } from '@accord/contract/generated/api';
import type { RequestContext } from '../RequestContext.ts';
import type { OpenClient, Released } from '../release/ReleaseBook.ts';
import { alertFilter } from './checkedInput.ts';
import { pageSize } from './pageOf.ts';

/** What the query plan passes to the hub of one record, as the exchange let it through: the contract's `_` twins. */
export type MergedRecord = Readonly<{
  _id?: string | null;
  _identity?: Readonly<{
    name?: PersonName | null;
    alsoKnownAs?: readonly PersonName[] | null;
    dateOfBirth?: string | null;
  }> | null;
  _involvement?: Readonly<{
    programme?: string | null;
    since?: string | null;
    until?: string | null;
    worker?: Worker | null;
  }> | null;
  _needs?: readonly Need[] | null;
  _alerts?: readonly Alert[] | null;
}>;

/** A person whom the requester may know of; `merged` holds what the query plan fetched to merge. */
export type ClientParent = Readonly<{ client: OpenClient; merged: readonly MergedRecord[] }>;

/** Merged records with what the release book says of each: those of the requester's own agency first, then by handle. */
function mergedWith(
  { client, merged }: ClientParent,
  context: RequestContext,
): readonly Readonly<{ merged: MergedRecord; record: Released }>[] {
  const byHandle = new Map(client.records.map((record) => [record.handle, record]));
  const own = ({ agency }: Released): number => (agency === context.requester.agency.id ? 0 : 1);
  return merged
    .flatMap((one) => {
      const record = byHandle.get(one._id ?? '');
      return record ? [{ merged: one, record }] : [];
    })
    .sort((a, b) => own(a.record) - own(b.record) || (a.record.handle < b.record.handle ? -1 : 1));
}

const identities = (parent: ClientParent, context: RequestContext) =>
  mergedWith(parent, context).flatMap(({ merged, record }) =>
    merged._identity
      ? [{ identity: merged._identity, told: () => context.disclosures.note(record, ['IDENTITY']) }]
      : [],
  );

const spelled = ({ given, family }: PersonName): string => `${given ?? ''}\0${family ?? ''}`;

/** Fields of `Client` that the hub merges over records. */
export const clientFields = {
  id: ({ client }: ClientParent) => client.id,

  records: ({ client }: ClientParent, _: unknown, context: RequestContext) => {
    for (const record of client.records) context.disclosures.note(record);
    return client.records.map(({ handle }) => ({ id: handle }));
  },

  name: (parent: ClientParent, _: unknown, context: RequestContext): PersonName | null => {
    const first = identities(parent, context).find(({ identity }) => identity.name);
    first?.told();
    return first?.identity.name ?? null;
  },

  knownAs: (parent: ClientParent, _: unknown, context: RequestContext): readonly PersonName[] | null => {
    const found = identities(parent, context);
    const names = new Map<string, PersonName>();
    for (const { identity, told } of found) {
      told();
      for (const name of [identity.name, ...(identity.alsoKnownAs ?? [])]) if (name) names.set(spelled(name), name);
    }
    return found.length > 0 ? [...names.values()] : null;
  },

  dateOfBirth: (parent: ClientParent, _: unknown, context: RequestContext): string | null => {
    const first = identities(parent, context).find(({ identity }) => identity.dateOfBirth);
    first?.told();
    return first?.identity.dateOfBirth ?? null;
  },

  involvement: (parent: ClientParent, _: unknown, context: RequestContext) =>
    mergedWith(parent, context).flatMap(({ merged, record }) => {
      if (!merged._involvement) return [];
      context.disclosures.note(record, ['SERVICE_USE']);
      return [{ ...merged._involvement, record: { id: record.handle } }];
    }),

  needs: (parent: ClientParent, _: unknown, context: RequestContext) =>
    mergedWith(parent, context)
      .flatMap(({ merged, record }) =>
        (merged._needs ?? []).map((need) => {
          context.disclosures.note(record, need.about);
          return {
            need,
            label: context.words.needs.get(need.code ?? '')?.label ?? null,
            record: { id: record.handle },
          };
        }),
      )
      .sort((a, b) => newestFirst(a.need.identifiedOn, b.need.identifiedOn) || (a.need.id < b.need.id ? -1 : 1)),

  alerts: ({ client }: ClientParent, args: ClientAlertsArgs, context: RequestContext) => {
    const filter = alertFilter(args.filter, context);
    const list = context.lists.add({
      clients: [client],
      filter,
      orderBy: args.orderBy ?? 'MOST_URGENT',
      first: pageSize(args.first, 50, 200),
      after: args.after || null,
      name: JSON.stringify(['client', client.id, filter, args.orderBy ?? 'MOST_URGENT']),
      nextPeople: null,
    });
    return { id: list, records: client.records.map(({ handle }) => ({ id: handle })) };
  },

  withheld: ({ client }: ClientParent, _: unknown, context: RequestContext) =>
    client.records.flatMap((record) => {
      context.disclosures.note(record);
      return context.categories
        .filter((category) => !record.categories.has(category) && !record.unread?.has(category))
        .map((category) => ({ record: { id: record.handle }, category, reason: 'NOT_SHARED' }));
    }),
};

const newestFirst = (a: string | null | undefined, b: string | null | undefined): number =>
  (a ?? '') === (b ?? '') ? 0 : (a ?? '') > (b ?? '') ? -1 : 1;
