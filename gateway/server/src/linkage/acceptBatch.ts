import { type Announcement, announcementDigest } from '@accord/linkage/Announcement';
import { defaultSchema } from '@accord/linkage/defaultSchema';
import { schemaHash } from '@accord/linkage/schemaHash';
import { CallerFault } from '../CallerFault.ts';
import type { AgencyRow } from '../store/agencies.ts';
import type { AnnouncedRecord, KeyEpochs } from '../store/links.ts';
import type { Store } from '../store/Store.ts';
import { type Batch, parseBatch } from './parseBatch.ts';
import { type Sent, sealedBy } from './sealedBy.ts';

/** How records are encoded here: a batch encoded in another way is refused whole. */
export const hubSchema = schemaHash(defaultSchema);

/**
 * Accepts a batch of an agency's encoded records. Refuses it whole if its seal, its schema, its key epoch or the agency's
 * participation is not right; the fault says which.
 */
export async function acceptBatch(sent: Sent, store: Pick<Store, 'agencies' | 'links'>, now: Date): Promise<void> {
  const agency = await sealedBy(sent, store, now);
  const batch = parseBatch(sent.body);
  const epochs = await store.links.keyEpochs();
  assertTaken(batch, epochs, agency);
  const put = await store.links.putBatchOf(agency, {
    ...{ removed: batch.removed, cursor: batch.cursor, at: now },
    records: batch.records.map((record) => announced(record, batch)),
  });
  if (!put)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      'The way your agency takes part in linkage has just changed, so nothing was accepted. Sync again.',
    );
  await store.links.standAlone(agency.id);
  if (batch.done) await store.agencies.synced(agency.id, now);
}

function assertTaken({ schemaHash: schema, keyEpoch, records }: Batch, epochs: KeyEpochs, agency: AgencyRow): void {
  if (schema !== hubSchema)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `The batch is encoded with the schema ${schema}; the hub accepts ${hubSchema}. Install the same version as the hub.`,
    );
  const taken = [epochs.current, ...(epochs.next === null ? [] : [epochs.next])];
  if (!taken.includes(keyEpoch))
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `The batch has key epoch ${keyEpoch}; the hub is at ${taken.join(' and ')}. Set ACCORD_LINKAGE_EPOCH and the secret of that epoch.`,
    );
  if (agency.participation === 'NONE' && records.length > 0)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      'Your agency takes part without linkage, so it may not announce records.',
    );
  const unasked = records.filter(({ consented }) => !consented).length;
  if (agency.participation === 'CONSENTED' && unasked > 0)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `Your agency may announce only records of people who agreed to it; ${unasked} of ${records.length} did not.`,
    );
}

function announced(
  { consented: _, ...told }: Announcement & Readonly<{ consented: boolean }>,
  batch: Batch,
): AnnouncedRecord {
  const { number, slk, dobAccuracy, worker, open, clk, aliases, parts, sexCode } = told;
  const digest = announcementDigest(told, batch);
  return {
    ...{ number, slk, dobAccuracy, worker, open },
    keys: { keyEpoch: batch.keyEpoch, clk, aliases, parts, sexCode, digest },
  };
}
