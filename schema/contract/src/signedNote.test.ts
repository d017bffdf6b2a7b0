import { generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { mintPermit, readPermit } from './permit.ts';

const now = new Date('2026-11-22T10:00:00Z');
const at = Math.floor(now.getTime() / 1000);
const permit = {
  requester: { user: 'kim', role: 'PRACTITIONER', agency: 'wattle', purpose: 'SERVICE_COORDINATION' },
  releases: [{ records: ['7'], categories: ['HOUSING'] }],
  figures: false,
};

test('a permit is what the JOSE library reads, and what it makes is read', async () => {
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

test('a permit that asks to be read by rules nobody here knows is refused', async () => {
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

test('a permit that does not hold by this machine’s clock is refused with a word about the clock', async () => {
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
