import type { Store } from '@accord/server/store/Store';

/** Who is on file where: a person's record number at each agency. The person's name is the client id. */
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
  categories?: readonly string[];
  against?: readonly string[];
}>;

const at = new Date('2026-01-01T00:00:00Z');

/** Puts people, consents and blocks on file at the hub. A record's handle is the person and its place: `ada-1`. */
export async function putOnFile(
  store: Store,
  {
    people,
    consents = [],
    blocks = [],
  }: Readonly<{ people: People; consents?: readonly ConsentFact[]; blocks?: readonly BlockFact[] }>,
): Promise<void> {
  const records = Object.entries(people).flatMap(([person, numbers]) =>
    Object.entries(numbers).map(([agencyId, number], index) => ({
      person,
      agencyId,
      number: String(number),
      handle: `${person}-${index + 1}`,
    })),
  );
  for (const { agencyId, number, handle } of records)
    await store.links.putBatch({
      agencyId,
      at,
      records: [{ number, handle, slk: null, dobAccuracy: 'EXACT', worker: workerAt[agencyId] ?? null, open: true }],
    });
  await store.links.link(
    records.map(({ person, handle }) => ({
      handle,
      clientId: person,
      kind: 'CONFIRMED',
      decidedBy: 'test',
      reason: 'the world says so',
      at,
    })),
  );
  for (const {
    id,
    subject,
    status = 'active',
    base = 'deny',
    rule,
    effective,
    supersedes,
    withdrawnAt,
    recordedBy,
  } of consents)
    await store.consents.record({
      ...{
        id,
        clientId: subject,
        status,
        recordedByAgency: recordedBy ?? 'wattle',
        recordedBy: 'test',
        recordedAt: at,
      },
      ...{
        withdrawnAt: withdrawnAt ? new Date(withdrawnAt) : null,
        withdrawnBy: null,
        words: null,
        language: 'English',
      },
      body: {
        ...{ base, rule, effective: effective ?? { from: '2026-01-01' }, ...(supersedes && { supersedes }) },
        givenBy: { person: subject, capacity: 'self' },
        evidence: { kind: 'signed', noticeVersion: '1', language: 'English' },
      },
    });
  for (const { id, person, ...body } of blocks)
    await store.blocks.add({
      id,
      clientId: person,
      body: { kind: 'SAFETY_BLOCK', ...body },
      recordedBy: 'test',
      recordedAt: at,
    });
}

const workerAt: Readonly<Record<string, string>> = { harbour: 'mara', wattle: 'tess', kestrel: 'kim' };
