import { randomUUID } from 'node:crypto';
import { CallerFault } from '../../CallerFault.ts';
import { gather } from '../../exchange/gather.ts';
import type { ItemId } from '../../exchange/itemId.ts';
import { replyOf } from '../../exchange/Messages.ts';
import { releasesOf } from '../../exchange/scatter.ts';
import { idKey } from '../../exchange/shapeOf.ts';
import type { SignPermit } from '../../exchange/signPermit.ts';
import type { Transport } from '../../exchange/Transport.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { Released } from '../../release/ReleaseBook.ts';

/** An alert or prompt in a record of the requester's own agency, by the agency's own number. */
export type OwnItem = Readonly<{ number: string; code: string; about: readonly string[]; raisedOn: string | null }>;

/** Finds the alert or prompt of a record that an id stands for. Throws `FACT_UNKNOWN` if the requester sees no such item. */
export type FindOwnItem = (
  of: Readonly<{ record: Released; kind: 'Alert' | 'Prompt'; id: string }>,
  context: RequestContext,
) => Promise<OwnItem>;

const fields = { Alert: 'items: alerts { id about code raisedOn }', Prompt: 'items: prompts { id about code }' };
const documentFor = (kind: 'Alert' | 'Prompt'): string =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord { ${idKey}: id ${fields[kind]} } } }`;

/**
 * Asks the agency. The ids that callers know are made under a secret and cannot be traced back, so this searches the record's
 * items, but only those that a permit releases to this requester.
 */
export const itemsOver =
  (transport: Transport, signPermit: SignPermit, itemId: ItemId, deadlineMs: number): FindOwnItem =>
  async ({ record, kind, id }, { requester, now }) => {
    const { user, role, agency, purpose } = requester;
    const representations = [{ __typename: 'AgencyRecord', id: record.number }];
    const body = JSON.stringify({ query: documentFor(kind), variables: { representations } });
    const releases = releasesOf([{ kind: 'RECORD', id: record.handle, record, partner: agency }]);
    const permit = await signPermit({
      ...{ agency: agency.id, body, id: randomUUID(), now },
      permit: { requester: { user, role, agency: agency.id, purpose }, releases, figures: false },
    });
    const incoming = await transport.send({
      ...{ agency: agency.id, url: agency.url, path: '/graphql', body, permit, deadlineMs },
    });
    const { answer, state } = gather(replyOf(incoming), new Set([record.number]));
    if (state) throw new CallerFault('WRITE_UNCERTAIN');
    const found = itemsIn(answer.get(record.number)?.items).find(
      ({ number, about }) =>
        itemId(record.agency, kind, number) === id && about.every((one) => record.categories.has(one)),
    );
    if (!found) throw new CallerFault('FACT_UNKNOWN');
    return found;
  };

const itemsIn = (value: unknown): readonly OwnItem[] =>
  Array.isArray(value)
    ? value.flatMap((item: unknown): readonly OwnItem[] => {
        if (typeof item !== 'object' || item === null) return [];
        const { id, code, about, raisedOn }: Readonly<Record<string, unknown>> = { ...item };
        if (typeof code !== 'string' || !Array.isArray(about) || about.length === 0) return [];
        return [
          {
            ...{ number: String(id), code, about: about.map(String) },
            raisedOn: typeof raisedOn === 'string' ? raisedOn : null,
          },
        ];
      })
    : [];
