import { randomUUID } from 'node:crypto';
import type { FactKind } from '@accord/server/store/facts';
import type { Store } from '@accord/server/store/Store';

/** Who is on file where: each person's record number at each agency. The person's name is the client id. */
export type People = Readonly<Record<string, Readonly<Record<string, number>>>>;

export type ConsentFact = Readonly<{
  id: string;
  subject: string;
  status?: string;
  base?: 'permit' | 'deny';
  rule: Readonly<Record<string, unknown>>;
  effective?: Readonly<{ from: string; to?: string }>;
  supersedes?: readonly string[];
  withdrawnAt?: string;
  recordedBy?: string;
}>;

export type BlockFact = Readonly<{
  id: string;
  person: string;
  kind?: string;
  categories?: readonly string[];
  against?: readonly string[];
  /** Workers by their sign-in names. */
  users?: readonly string[];
  records?: readonly string[];
  recordedBy?: string;
}>;

/**
 * What is on file about a person beside consents and blocks: when they come of age, who speaks for them, what the law calls
 * them.
 */
export type SaidFact = Readonly<{
  id: string;
  person: string;
  fact: 'STANDING' | 'PROXY' | 'ROLE' | 'LEGAL_BASIS';
  /** The agency that put it on file. */
  by?: string;
  body: Readonly<Record<string, unknown>>;
}>;

/** A disclosure from a record that took place before the test's questions. */
export type DisclosureFact = Readonly<{
  person: string;
  handle: string;
  /** The agency whose record it is. */
  source: string;
  by: string;
  at: string;
  agency: string;
  purpose: string;
  categories: readonly string[];
  basis: readonly string[];
}>;

const at = new Date('2026-01-01T00:00:00Z');

/** A record as the hub has it on file. */
export type RecordFact = Readonly<{
  person: string;
  agency: string;
  number: number | string;
  handle: string;
  slk?: string | null;
}>;

export type HubFacts = Readonly<{
  records: readonly RecordFact[];
  consents?: readonly ConsentFact[];
  blocks?: readonly BlockFact[];
  said?: readonly SaidFact[];
  told?: readonly DisclosureFact[];
}>;

/** Puts people, consents and blocks on file at the hub. A record's handle is its person and its position: `ada-1`. */
export async function putOnFile(
  store: Store,
  { people, ...facts }: Readonly<{ people: People }> & Omit<HubFacts, 'records'>,
): Promise<void> {
  const records = Object.entries(people).flatMap(([person, numbers]) =>
    Object.entries(numbers).map(([agency, number], index) => ({
      ...{ person, agency, number },
      handle: `${person}-${index + 1}`,
    })),
  );
  await fileFacts(store, { ...facts, records });
}

/** Puts these facts on file at the hub, in the order given. */
export async function fileFacts(
  store: Store,
  { records, consents = [], blocks = [], said = [], told = [] }: HubFacts,
): Promise<void> {
  for (const { agency, number, handle, slk = null } of records)
    await store.links.putBatch({
      agencyId: agency,
      at,
      records: [
        { number: String(number), handle, slk, dobAccuracy: 'EXACT', worker: workerAt[agency] ?? null, open: true },
      ],
    });
  await store.links.link(
    records.map(({ person, handle }) => ({
      ...{ handle, clientId: person, kind: 'CONFIRMED', decidedBy: 'test', reason: 'the world says so', at },
    })),
  );
  await store.consents.recordMany(consents.map(consentRow));
  await store.facts.addMany([...blocks.map(asSaid), ...said].map(factRow));
  for (const fact of told) await tell(store, fact);
}

async function tell(store: Store, fact: DisclosureFact): Promise<void> {
  const { person, source, by, agency, purpose, handle, categories, basis } = fact;
  await store.ledger.append({
    inquiry: {
      ...{ requestId: randomUUID(), at: new Date(fact.at), requester: by, role: 'PRACTITIONER' },
      ...{ requesterAgency: agency, purpose, operation: 'test' },
    },
    told: [{ clientId: person, handle, agencyId: source, categories, basis }],
    epochs: new Map((await store.clients.open([person])).map(({ id, epoch }) => [id, epoch])),
  });
}

const consentRow = (fact: ConsentFact) => ({
  ...{ id: fact.id, clientId: fact.subject, status: fact.status ?? 'active', body: consentBody(fact) },
  ...{ recordedByAgency: fact.recordedBy ?? 'wattle', recordedBy: 'test', recordedAt: at },
  ...{ withdrawnAt: fact.withdrawnAt ? new Date(fact.withdrawnAt) : null, withdrawnBy: null },
  ...{ words: null, language: 'English' },
});

const factRow = ({ id, person, by, fact, body }: Omit<SaidFact, 'fact'> & Readonly<{ fact: FactKind }>) => ({
  ...{ id, clientId: person, kind: fact, body, recordedByAgency: by ?? 'wattle', recordedBy: 'test', recordedAt: at },
});

const asSaid = ({ id, person, recordedBy, ...block }: BlockFact) => ({
  ...{ id, person, fact: 'BLOCK' as const, body: { kind: 'SAFETY_BLOCK', ...block } },
  ...(recordedBy && { by: recordedBy }),
});

/** The body of a consent as the rules read it: given by the person themself. */
export const consentBody = ({ subject, base = 'deny', rule, effective, supersedes }: ConsentFact) => ({
  ...{ base, rule, effective: effective ?? { from: '2026-01-01' }, ...(supersedes && { supersedes }) },
  givenBy: { person: subject, capacity: 'self' },
  evidence: { kind: 'signed', noticeVersion: '1', language: 'English' },
});

const workerAt: Readonly<Record<string, string>> = { harbour: 'mara', wattle: 'tess', kestrel: 'kim' };
