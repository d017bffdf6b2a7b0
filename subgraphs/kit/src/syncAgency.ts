import { randomUUID } from 'node:crypto';
import { seal, signingKey } from '@accord/contract/permit';
import { encodingHash } from '@accord/linkage/encoding';
import { request } from 'undici';
import { encodePerson } from './encodePerson.ts';
import type { Linkage, LinkageRow, Mapping } from './Mapping.ts';
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
  const url = `${hubUrl.replace(/\/$/, '')}/linkage/batches`;
  let announced = 0;
  for await (const { rows, last } of batchesOf(linkage)) {
    const records = rows.map((row) => announcement(row, linkageSecret));
    const body = JSON.stringify({ agency: mapping.id, encoding: encodingHash, keyEpoch, sync, last, records });
    await send(url, body, await seal({ agency: mapping.id, body, key, now: Math.floor(Date.now() / 1000) }));
    announced += records.length;
  }
  return announced;
}

/** One page is read ahead, to know which batch is the last. An agency without records sends one batch, empty. */
async function* batchesOf(linkage: Linkage): AsyncGenerator<Readonly<{ rows: readonly LinkageRow[]; last: boolean }>> {
  let rows = await linkage.page(null, batchSize);
  for (;;) {
    const end = rows.at(-1);
    const next = end ? await linkage.page(String(end.number), batchSize) : [];
    const last = next.length === 0;
    yield { rows, last };
    if (last) return;
    rows = next;
  }
}

const announcement = (row: LinkageRow, secret: Uint8Array) => ({
  number: String(row.number),
  slk: encodePerson(row, secret),
  dobAccuracy: row.dobAccuracy,
  worker: row.worker,
  open: row.open,
});

async function send(url: string, body: string, token: string): Promise<void> {
  const response = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  }).catch((error: unknown) => {
    throw new Error(`No hub answers at ${url}. Start it, or set ACCORD_HUB_URL.`, { cause: error });
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
