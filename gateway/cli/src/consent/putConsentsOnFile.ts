import type { Consent, Rule } from '@accord/consent/Facts';
import { startOf } from '@accord/consent/instants';
import type { Store } from '@accord/server/store/Store';
import { InputFault } from '../InputFault.ts';

type Recorder = Readonly<{ agency: string; by: string; now: Date; timeZone: string }>;
type FileStore = Pick<Store, 'agencies' | 'clients' | 'consents'>;

/**
 * Puts consents from elsewhere on file at the hub, all or none; each raises its client's epoch.
 *
 * Throws an `InputFault` if the agency has no record of a client, if an id is already on file or occurs twice, if a consent
 * names an agency that is no partner, or if the consent it would replace does not exist or belongs to another client or agency.
 * `timeZone` applies to days without a time.
 */
export async function putConsentsOnFile(
  consents: readonly Consent[],
  { agency, by, now, timeZone }: Recorder,
  store: FileStore,
): Promise<void> {
  await refuseForeignClients(consents, agency, store);
  await refuseUnknownAgencies(consents, store);
  const byId = new Map(consents.map((consent) => [consent.id, consent] as const));
  for (const consent of consents) {
    if (byId.get(consent.id) !== consent) throw refused(consent.id, 'appears twice');
    if (await store.consents.find(consent.id)) throw refused(consent.id, 'is already on file');
    for (const replaced of consent.supersedes ?? []) await refuseForeign(replaced, consent, { agency, byId, store });
  }
  await store.consents.recordMany(
    consents.map(({ id, subject, status, recordedAt, withdrawnAt, ...body }) => ({
      ...{ id, status, clientId: subject, body: { ...body }, recordedByAgency: agency, recordedBy: by },
      recordedAt: recordedAt === undefined ? now : new Date(startOf(recordedAt, timeZone)),
      withdrawnAt: withdrawnAt === undefined ? null : new Date(startOf(withdrawnAt, timeZone)),
      withdrawnBy: null,
      words: null,
      language: body.evidence?.language ?? 'Not stated',
    })),
  );
}

const refused = (id: string, why: string): InputFault =>
  new InputFault(`Consent ${id} ${why}. Nothing was put on file.`);

async function refuseForeignClients(
  consents: readonly Consent[],
  agency: string,
  { clients }: Pick<FileStore, 'clients'>,
): Promise<void> {
  const workingWith = await clients.agenciesOf(consents.map(({ subject }) => subject));
  const foreign = consents.find(({ subject }) => !workingWith.get(subject)?.has(agency));
  if (foreign) throw refused(foreign.id, `is about a client for whom agency "${agency}" has no record`);
}

/** Refuses names of agencies that are not partners here: a refusal towards an unknown name would close nothing. */
async function refuseUnknownAgencies(
  consents: readonly Consent[],
  { agencies }: Pick<FileStore, 'agencies'>,
): Promise<void> {
  const partners = new Set((await agencies.all()).map(({ id }) => id));
  for (const { id, rule } of consents) {
    const unknown = agenciesIn(rule).find((named) => !partners.has(named));
    if (unknown !== undefined) throw refused(id, `names the agency "${unknown}", which is not a partner of this hub`);
  }
}

const agenciesIn = ({ agencies = [], sources = [], except = [] }: Rule): readonly string[] => [
  ...agencies,
  ...sources,
  ...except.flatMap(agenciesIn),
];

type OnFile = Readonly<{ agency: string; byId: ReadonlyMap<string, Consent>; store: Pick<FileStore, 'consents'> }>;

/** Checks that the replaced consent exists, among these or on file, and that it is theirs. */
async function refuseForeign(
  replaced: string,
  { id, subject }: Consent,
  { agency, byId, store }: OnFile,
): Promise<void> {
  const beside = byId.get(replaced);
  const found = beside ? { clientId: beside.subject, recordedByAgency: agency } : await store.consents.find(replaced);
  if (!found) throw refused(id, `replaces ${replaced}, which is neither on file nor in this file`);
  if (found.clientId !== subject || found.recordedByAgency !== agency)
    throw refused(id, `replaces ${replaced}, which belongs to another client or agency`);
}
