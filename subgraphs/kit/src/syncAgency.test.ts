import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readSeal } from '@accord/contract/permit';
import { exportJWK, generateKeyPair } from 'jose';
import { inventedAgency, linkageSecret } from '../tests/inventedAgency.ts';
import type { LinkageRow } from './Mapping.ts';
import { syncAgency } from './syncAgency.ts';

type Sent = Readonly<{ authorization: string; body: string; url: string | undefined }>;

/** A hub that keeps what it is sent. */
async function withHub<Result>(status: number, work: (url: string, sent: Sent[]) => Promise<Result>): Promise<Result> {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    sent.push({
      authorization: request.headers.authorization ?? '',
      body: Buffer.concat(chunks).toString('utf8'),
      url: request.url,
    });
    response.statusCode = status;
    response.end(status === 204 ? undefined : '{"errors":[{"message":"The batch is of key epoch 1."}]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await work(`http://127.0.0.1:${port}`, sent);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function settingsFor(hubUrl: string) {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { publicKey, settings: { hubUrl, agencyKey: await exportJWK(privateKey), linkageSecret } };
}

const row = (number: number): LinkageRow => ({
  number,
  given: 'Ada',
  family: 'Moss',
  dateOfBirth: '1980-02-03',
  sex: 'FEMALE',
  dobAccuracy: 'EXACT',
  worker: null,
  open: true,
});
const agencyOf = (rows: readonly LinkageRow[]) => ({
  ...inventedAgency().mapping,
  linkage: {
    page: async (after: string | null, size: number) =>
      rows.filter(({ number }) => Number(number) > Number(after ?? 0)).slice(0, size),
  },
});

test('records are announced encoded and sealed, with no name and no day of birth', async () => {
  await withHub(204, async (url, sent) => {
    const { settings, publicKey } = await settingsFor(url);
    expect(await syncAgency(inventedAgency().mapping, settings)).toBe(60);
    expect(sent).toHaveLength(1);
    const [{ authorization, body, url: path }] = sent as [Sent];
    expect(path).toBe('/linkage/batches');
    const against = { agency: 'harbour', body, key: publicKey, now: new Date() };
    await expect(readSeal(authorization.replace('Bearer ', ''), against)).resolves.toBeUndefined();
    expect(body).not.toMatch(/Ada|Moss|1980|FEMALE/);
    const batch = JSON.parse(body);
    expect(batch).toMatchObject({ agency: 'harbour', encoding: 'slk581-hmac-sha256-v1', keyEpoch: 1, last: true });
    expect(batch.records[0]).toEqual({ number: '1', slk: null, dobAccuracy: 'EXACT', worker: 'bfinch', open: true });
    expect(batch.records[1].slk).toMatch(/^[\w-]{43}$/);
  });
});

test.each([
  [0, [0]],
  [1000, [1000]],
  [1001, [1000, 1]],
])('%i records go in batches of at most 1000, one sync, the last one marked', async (count, sizes) => {
  await withHub(204, async (url, sent) => {
    const { settings } = await settingsFor(url);
    const rows = Array.from({ length: count }, (_, index) => row(index + 1));
    expect(await syncAgency(agencyOf(rows), settings)).toBe(count);
    const batches = sent.map(({ body }) => JSON.parse(body));
    expect(batches.map(({ records }) => records.length)).toEqual(sizes);
    expect(batches.map(({ last }) => last)).toEqual(sizes.map((_, index) => index === sizes.length - 1));
    expect(new Set(batches.map(({ sync }) => sync)).size).toBe(1);
  });
});

test('a batch the hub refuses ends the sync with its reason', async () => {
  await withHub(400, async (url) => {
    const { settings } = await settingsFor(url);
    await expect(syncAgency(inventedAgency().mapping, settings)).rejects.toThrow(
      /status 400: The batch is of key epoch 1/,
    );
  });
});

test('where no hub answers, the sync says which setting to change', async () => {
  const { settings } = await settingsFor('http://127.0.0.1:1');
  await expect(syncAgency(inventedAgency().mapping, settings)).rejects.toThrow(/ACCORD_HUB_URL/);
});
