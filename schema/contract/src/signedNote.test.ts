import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { generateKeyPair, type JWK, jwtVerify, SignJWT } from 'jose';
import { bodyHash, mintPermit, readPermit, readSeal, seal, signingKey } from './permit.ts';
import { readPermitUnder } from './permitKey.ts';
import { readWriteOrder } from './writeOrder.ts';

const now = new Date('2026-11-22T10:00:00Z');
const at = Math.floor(now.getTime() / 1000);
const permit = {
  requester: { user: 'kim', role: 'PRACTITIONER', agency: 'wattle', purpose: 'SERVICE_COORDINATION' },
  releases: [{ records: ['7'], categories: ['HOUSING'] }],
  figures: false,
};

test('the JOSE library reads our permits, and we read the permits it makes', async () => {
  const { privateKey: key, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const to = { agency: 'harbour', body: '{}', key, kid: 'hub-1', now: at, id: 'one' };
  const { payload, protectedHeader } = await jwtVerify(await mintPermit(permit, to), publicKey, {
    ...{ algorithms: ['EdDSA'], typ: 'accord-permit+jwt', issuer: 'accord-hub', audience: 'harbour' },
    ...{ currentDate: now, requiredClaims: ['exp', 'iat', 'nbf', 'jti'], maxTokenAge: 60 },
  });
  const theirs = await new SignJWT(payload).setProtectedHeader({ ...protectedHeader, alg: 'EdDSA' }).sign(key);
  const against = { agency: 'harbour', body: '{}', key: publicKey, now };
  expect(await readPermit(theirs, against)).toMatchObject({ ...permit, id: 'one', until: at + 35 });
});

test('a permit with critical extensions, which nobody here knows, is refused', async () => {
  const { privateKey: key, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const token = await mintPermit(permit, { agency: 'harbour', body: '{}', key, kid: 'hub-1', now: at, id: 'one' });
  const { payload, protectedHeader } = await jwtVerify(token, publicKey, { currentDate: now });
  const strange = await new SignJWT(payload)
    .setProtectedHeader({ ...protectedHeader, alg: 'EdDSA', crit: ['b64'], b64: true })
    .sign(key);
  const read = (one: string) => readPermit(one, { agency: 'harbour', body: '{}', key: publicKey, now });
  await expect(read(strange)).rejects.toThrow('not signed as notes are');
  await expect(read(`${token}=`)).rejects.toThrow();
});

test('a seal made for one hub is no use at another, also while a hub replaces its key; an older seal names no hub', async () => {
  const { privateKey: key, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const [ours, formerly, theirs] = [1, 2, 3].map(() => ({
    ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }),
  }));
  const [hub, former, another] = [ours ?? {}, formerly ?? {}, theirs ?? {}];
  const sealedFor = (...hubs: JWK[]) => seal({ agency: 'harbour', body: '{}', key, now: at, hubs });
  const readBy = async (token: Promise<string>, ...hubs: JWK[]) =>
    readSeal(await token, { agency: 'harbour', body: '{}', key: publicKey, now, hubs });
  await readBy(sealedFor(hub), hub);
  await readBy(sealedFor(former, hub), hub);
  await readBy(sealedFor(former), hub, former);
  await readBy(seal({ agency: 'harbour', body: '{}', key, now: at }), hub);
  await expect(readBy(sealedFor(another), hub, former)).rejects.toThrow('for another hub ("hubs")');
  await expect(readBy(sealedFor(), hub)).rejects.toThrow('for another hub ("hubs")');
});

test('what is said of a note that cannot be read is nothing of the note', async () => {
  const { publicKey: key } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  for (const head of ['Ada Brook', '{"alg":Ada Brook', '["Ada Brook"]', '"Ada Brook"', '']) {
    const token = `${Buffer.from(head).toString('base64url')}.e30.AA`;
    const read = readPermit(token, { agency: 'harbour', body: '{}', key, now });
    await expect(read).rejects.toThrow(/^The note is none\.$/);
  }
});

test('a permit outside its time by this machine’s clock is refused with a message about the clock', async () => {
  const { privateKey: key, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const token = await mintPermit(permit, { agency: 'harbour', body: '{}', key, kid: 'hub-1', now: at, id: 'one' });
  const readAt = (minutes: number) =>
    readPermit(token, {
      agency: 'harbour',
      body: '{}',
      key: publicKey,
      now: new Date(now.getTime() + minutes * 60_000),
    });
  const clock = 'by this machine’s clock; see that it is right.';
  await expect(readAt(10)).rejects.toThrow(`The note has ended ("exp") ${clock}`);
  await expect(readAt(-10)).rejects.toThrow(`The note does not hold yet ("nbf") ${clock}`);
});

const mac = new Uint8Array(32).fill(7);
const pair = generateKeyPairSync('ed25519');
const hubKey = signingKey({ ...pair.publicKey.export({ format: 'jwk' }) });
const against = { agency: 'harbour', body: '{}', now };
/** The two ways a permit can come, each with a valid mark whatever its header and claims. */
const ways = {
  signed: {
    head: { alg: 'EdDSA', typ: 'accord-permit+jwt' },
    mark: (text: string) => sign(null, Buffer.from(text), pair.privateKey),
    read: async (token: string) => readPermit(token, { ...against, key: await hubKey }),
  },
  'under an agreed key': {
    head: { alg: 'HS256', typ: 'accord-permit-mac+jwt' },
    mark: (text: string) => createHmac('sha256', mac).update(text).digest(),
    read: async (token: string) => readPermitUnder({ note: '', mac, until: 0 }, token, against),
  },
};
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const whole = {
  ...{ ...permit, body: bodyHash('{}'), jti: 'one' },
  ...{ iss: 'accord-hub', aud: 'harbour', iat: at, nbf: at - 30, exp: at + 30 },
};

test.each(Object.entries(ways))(
  'whoever made the mark, a permit %s counts only if it is as the hub makes them',
  async (_way, by) => {
    const read = (claims: object, head: object = {}) => {
      const text = `${part({ ...by.head, ...head })}.${part({ ...whole, ...claims })}`;
      return by.read(`${text}.${by.mark(text).toString('base64url')}`);
    };
    expect(await read({})).toMatchObject(permit);
    for (const head of [
      ...['none', undefined, ...Object.values(ways).map(({ head: { alg } }) => alg)]
        .filter((alg) => alg !== by.head.alg)
        .map((alg) => ({ alg })),
      ...['accord-write+jwt', 'accord-seal+jwt', 'JWT', undefined].map((typ) => ({ typ })),
    ])
      await expect(read({}, head)).rejects.toThrow('The note is');
    for (const claims of [
      ...[
        { iss: 'harbour' },
        { iss: undefined },
        { aud: 'wattle' },
        { aud: ['harbour'] },
        { jti: undefined },
        { jti: 1 },
      ],
      // Whatever end it claims, and whatever time it claims to be from.
      ...[{ iat: at - 66, exp: at + 3_600 }, { iat: at + 6 }, { iat: undefined }, { exp: undefined }, { exp: at - 5 }],
      ...[{ nbf: at + 6 }, { nbf: '0' }, { body: bodyHash('') }, { requester: { ...permit.requester, role: 1 } }],
      ...[{ releases: {} }, { releases: [{ records: [7], categories: [] }] }],
      { releases: [{ ...permit.releases[0], basis: 'NONE' }] },
    ])
      await expect(read(claims)).rejects.toThrow(/^The /);
    // It is remembered as used for as long as it could be replayed, and no longer.
    expect(await read({ exp: at + 3_600 })).toMatchObject({ until: at + 65 });
    // Figures are disclosed only where `figures` is exactly true.
    for (const figures of [undefined, null, 1, 'true', {}])
      expect(await read({ figures })).toMatchObject({ figures: false });
    expect(await read({ figures: true })).toMatchObject({ figures: true });
  },
);

test('a write order is no older than a permit may be, however late an end it claims', async () => {
  const read = async (claims: object) => {
    const requester = { ...permit.requester, agency: 'harbour' };
    const text = `${part({ alg: 'EdDSA', typ: 'accord-write+jwt' })}.${part({ ...whole, requester, record: '7', act: 'RAISE', ...claims })}`;
    const token = `${text}.${ways.signed.mark(text).toString('base64url')}`;
    return readWriteOrder(token, { ...against, key: await hubKey });
  };
  expect(await read({})).toMatchObject({ record: '7', act: 'RAISE', id: 'one' });
  await expect(read({ iat: at - 66, exp: at + 3_600 })).rejects.toThrow('too old');
  await expect(read({ jti: undefined })).rejects.toThrow('no id of its own');
});
