import type { Consent } from '@accord/consent/Facts';
import { startOf } from '@accord/consent/instants';
import type { Store } from '@accord/server/store/Store';
import { InputFault } from '../InputFault.ts';

type Recorder = Readonly<{ agency: string; by: string; now: Date; timeZone: string }>;

/**
 * Puts consents that came from elsewhere on file at the hub, all or none; each raises its client's epoch.
 *
 * Throws an `InputFault` where the agency has no record of a client, a consent of the same id is on file, or what it would replace
 * is another client's or agency's. `timeZone` is that of days without a time.
 */
export async function putConsentsOnFile(
  consents: readonly Consent[],
  { agency, by, now, timeZone }: Recorder,
  store: Pick<Store, 'clients' | 'consents'>,
): Promise<void> {
  const workingWith = await store.clients.agenciesOf(consents.map(({ subject }) => subject));
  const foreign = consents.find(({ subject }) => !workingWith.get(subject)?.has(agency));
  if (foreign)
    throw new InputFault(
      `Consent ${foreign.id}: agency "${agency}" has no record of its client. Nothing was put on file.`,
    );
  for (const { id, subject, supersedes = [] } of consents) {
    if (await store.consents.find(id))
      throw new InputFault(`Consent ${id} is on file already. Nothing was put on file.`);
    for (const replaced of supersedes) {
      const found = await store.consents.find(replaced);
      if (found && (found.clientId !== subject || found.recordedByAgency !== agency))
        throw new InputFault(
          `Consent ${id} replaces ${replaced}, which is another client's or agency's. Nothing was put on file.`,
        );
    }
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
