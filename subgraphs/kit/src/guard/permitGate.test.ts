import { randomUUID } from 'node:crypto';
import { mintPermit, type Permit } from '@accord/contract/permit';
import {
  agreeOnKey,
  exchangeKeyOf,
  freshExchangeKey,
  keyNoteTtlSeconds,
  mintPermitUnder,
} from '@accord/contract/permitKey';
import { mintWriteOrder } from '@accord/contract/writeOrder';
import { keyPair, now, requester } from '../../tests/inventedAgency.ts';
import { orderGate, permitGate } from './permitGate.ts';

const at = Math.floor(now.getTime() / 1000);
const permit: Permit = { requester, releases: [{ records: ['1'], categories: ['IDENTITY'] }], figures: false };
const body = Buffer.from('{}');
const secret = Buffer.alloc(32, 7);

/** An agency's gate and a hub that has agreed on a key with it; `wrong` parts replace the right ones. */
async function agreed(
  wrong: Readonly<{ agency?: string; signer?: 'STRANGER'; noteAt?: number; theirs?: string }> = {},
) {
  const [hub, stranger, own] = [await keyPair(), await keyPair(), freshExchangeKey()];
  const gate = await permitGate({ agency: 'harbour', hubKey: hub.jwk, own });
  const key = agreeOnKey(exchangeKeyOf(secret), {
    ...{ agency: wrong.agency ?? 'harbour', theirs: wrong.theirs ?? own.publicKey, kid: 'hub-1' },
    ...{ key: (wrong.signer ? stranger : hub).key, now: wrong.noteAt ?? at },
  });
  const mint = (more: Readonly<{ agency?: string; now?: number; body?: string; id?: string }> = {}): string =>
    mintPermitUnder(key, permit, { agency: 'harbour', body: '{}', now: at, id: randomUUID(), ...more });
  return { mint, admit: (token: string, when = now) => gate(`Bearer ${token}`, body, when) };
}
const refused = expect.objectContaining({ kind: 'REFUSED', code: 'PERMIT_REFUSED' });

test('a permit under an agreed key is accepted like a signed one, and once', async () => {
  const { mint, admit } = await agreed();
  const token = mint();
  expect(await admit(token)).toMatchObject({ kind: 'ADMITTED', permit: { ...permit, until: at + 35 } });
  expect(await admit(token)).toEqual(refused);
  expect(await admit(mint())).toMatchObject({ kind: 'ADMITTED' });
  // A permit that could not be remembered could be sent twice.
  expect(await admit(mint({ id: 'x'.repeat(1_000) }))).toEqual(refused);
});

test('a permit under an agreed key is valid for one body, one agency and half a minute, like any other', async () => {
  const { mint, admit } = await agreed();
  for (const token of [
    mint({ body: '{ }' }),
    mint({ agency: 'wattle' }),
    mint({ now: at - 40 }),
    mint({ now: at + 90 }),
  ])
    expect(await admit(token)).toEqual(refused);
  const [note = '', good = ''] = mint().split('~');
  const [header, , mark] = good.split('.');
  const more = Buffer.from(JSON.stringify({ ...permit, figures: true })).toString('base64url');
  expect(await admit(`${note}~${header}.${more}.${mark}`)).toEqual(refused);
  expect(await admit(good)).toEqual(refused);
  expect(await admit(note)).toEqual(refused);
});

test('while one hub key replaces another, permits under either are accepted once each, and under no third key', async () => {
  const [before, after, stranger, own] = [await keyPair(), await keyPair(), await keyPair(), freshExchangeKey()];
  const gate = await permitGate({ agency: 'harbour', hubKey: [before.jwk, after.jwk], own });
  const orders = await orderGate({ agency: 'harbour', hubKey: [before.jwk, after.jwk] });
  const admit = (token: string) => gate(`Bearer ${token}`, body, now);
  const parts = () => ({ agency: 'harbour', body: '{}', kid: 'hub-1', now: at, id: randomUUID() });
  for (const { key } of [before, after]) {
    const signed = await mintPermit(permit, { ...parts(), key });
    const agreedOn = agreeOnKey(exchangeKeyOf(secret), {
      ...{ agency: 'harbour', theirs: own.publicKey, kid: 'hub-1', key, now: at },
    });
    for (const token of [signed, mintPermitUnder(agreedOn, permit, parts())]) {
      expect(await admit(token)).toMatchObject({ kind: 'ADMITTED', permit });
      expect(await admit(token)).toMatchObject({ kind: 'REFUSED', cause: 'the permit was used before' });
    }
    const order = await mintWriteOrder(
      { requester: { ...requester, agency: 'harbour' }, record: '1', act: 'RAISE' },
      { ...parts(), key },
    );
    expect(await orders(`Bearer ${order}`, body, now)).toMatchObject({ kind: 'ADMITTED' });
  }
  expect(await admit(await mintPermit(permit, { ...parts(), key: stranger.key }))).toEqual(refused);
  const strange = await mintWriteOrder(
    { requester: { ...requester, agency: 'harbour' }, record: '1', act: 'RAISE' },
    { ...parts(), key: stranger.key },
  );
  expect(await orders(`Bearer ${strange}`, body, now)).toEqual(refused);
  // The cause is the one found under the key that signed the permit.
  const late = await mintPermit(permit, { ...parts(), key: before.key, now: at - 90 });
  expect(await admit(late)).toMatchObject({ cause: expect.stringContaining('see that it is right') });
});

test('a key that this hub did not sign for this agency and these minutes is refused', async () => {
  const ended = at - keyNoteTtlSeconds - 10;
  for (const wrong of [{ signer: 'STRANGER' }, { agency: 'wattle' }, { noteAt: ended }, { noteAt: at + 60 }] as const) {
    const { mint, admit } = await agreed(wrong);
    expect(await admit(mint())).toEqual(refused);
  }
  const { mint, admit } = await agreed();
  expect(await admit(mint())).toMatchObject({ kind: 'ADMITTED' });
  const later = new Date(now.getTime() + (keyNoteTtlSeconds + 10) * 1_000);
  expect(await admit(mint({ now: Math.floor(later.getTime() / 1000) }), later)).toEqual(refused);
});

test('a key agreed on with another process is reported as such, so that the hub signs instead', async () => {
  const { mint, admit } = await agreed({ theirs: freshExchangeKey().publicKey });
  expect(await admit(mint())).toMatchObject({ kind: 'REFUSED', code: 'KEY_UNKNOWN' });
});
