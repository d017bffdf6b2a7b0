import { randomUUID } from 'node:crypto';
import { seal, signingKey } from '@accord/contract/permit';
import { encodingHash } from '@accord/linkage/encoding';
import { request } from 'undici';
import { encodePerson } from './encodePerson.ts';
import type { LinkageRow, Mapping } from './Mapping.ts';
import type { SyncSettings } from './readSettings.ts';

/** Records in one batch. */
const batchSize = 1_000;
/** The epoch of the partnership's linkage secret. */
const keyEpoch = 1;

/**
 * Announces the agency's records to the hub: of each the number, the keyed linkage key, how good the day of birth is, the worker in
 * charge and whether it is open. Names and days of birth are encoded here and stay here.
 *
 * Returns how many records were announced. Throws one sentence where the hub does not take a batch.
 */
export async function syncAgency(
  mapping: Mapping,
  { hubUrl, agencyKey, linkageSecret }: SyncSettings,
): Promise<number> {
  const { linkage } = mapping;
  if (!linkage) return 0;
  const key = await signingKey(agencyKey);
  const sync = randomUUID();
  let announced = 0;
  let after: string | null = null;
  for (let last = false; !last; ) {
    const rows: readonly LinkageRow[] = await linkage.page(after, batchSize);
    last = rows.length < batchSize;
    after = String(rows.at(-1)?.number ?? '');
    const body = JSON.stringify({
      agency: mapping.id,
      encoding: encodingHash,
      keyEpoch,
      sync,
      last,
      records: rows.map((row) => ({
        number: String(row.number),
        slk: encodePerson(row, linkageSecret),
        dobAccuracy: row.dobAccuracy,
        worker: row.worker,
        open: row.open,
      })),
    });
    const authorization = `Bearer ${await seal({ agency: mapping.id, body, key, now: Math.floor(Date.now() / 1000) })}`;
    await send(`${hubUrl.replace(/\/$/, '')}/linkage/batches`, body, authorization);
    announced += rows.length;
  }
  return announced;
}

async function send(url: string, body: string, authorization: string): Promise<void> {
  const response = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body,
  });
  const answer = await response.body.text();
  if (response.statusCode !== 204)
    throw new Error(`The hub at ${url} refused a batch with status ${response.statusCode}: ${messageIn(answer)}`);
}

function messageIn(answer: string): string {
  try {
    const parsed: { errors?: readonly { message?: string }[] } = JSON.parse(answer);
    return parsed.errors?.[0]?.message ?? 'it did not say why.';
  } catch {
    return 'it did not say why.';
  }
}
