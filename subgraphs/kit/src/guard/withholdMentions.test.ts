import { inventedAgency, servedAgency, stopServed } from '../../tests/inventedAgency.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { many, manyIn, one, together } from '../mapping/section.ts';
import { table } from '../mapping/table.ts';

// The invented people live at 1 Example Street, on 0491 570 006 and ada@example.org.

afterEach(stopServed);

const texts = ['Nothing of the kind.', 'At 1 example st now.', 'Ring 0491570006.', 'Write to ADA@example.org'];
const everything = ['IDENTITY', 'CULTURAL_IDENTITY', 'SERVICE_USE', 'FV_RISK'];

/** A mapping in which everybody's notes, alerts and own words hold the hidden values. */
function writtenDown(): Readonly<{ mapping: Mapping; loads: Map<string, number> }> {
  const { mapping, loads } = inventedAgency();
  const rows = table({
    rows: async (numbers) => numbers.flatMap((number) => texts.map((text, id) => ({ number, id: id + 1, text }))),
    of: ({ number }) => number,
  });
  return {
    loads,
    mapping: {
      ...mapping,
      identity: one(mapping.records, () => ({ culturalIdentity: 'of 1 Example Street', language: 'Vietnamese' })),
      address: one(
        table({
          rows: async (numbers) => {
            loads.set('addresses', (loads.get('addresses') ?? 0) + 1);
            return numbers.map((number) => ({ number }));
          },
          of: ({ number }) => number,
        }),
        () => ({ line: '1 Example Street', suburb: 'Kew' }),
      ),
      notes: many(rows, ({ id, text }) => ({ id, about: ['SERVICE_USE'], text })),
      alerts: many(rows, ({ id, text }) => ({ id, about: ['FV_RISK'], text: `[${text}]`, endedReason: text })),
    },
  };
}

async function told(...categories: readonly string[]) {
  const { ask } = await servedAgency(writtenDown().mapping);
  const fields = 'notes { text } alerts { id text endedReason } identity { culturalIdentity language }';
  const { body } = await ask(fields, [{ records: ['1'], categories }]);
  expect(body.errors).toBeUndefined();
  return body.data._entities[0];
}

test('free text that holds the record’s hidden address, telephone number or e-mail is withheld whole', async () => {
  const { notes, alerts, identity } = await told(...everything);
  const [first = ''] = texts;
  expect(notes.map(({ text }: { text: string }) => text)).toEqual([first, null, null, null]);
  expect(alerts).toEqual([
    { id: '1', text: `[${first}]`, endedReason: first },
    ...['2', '3', '4'].map((id) => ({ id, text: null, endedReason: null })),
  ]);
  expect(identity).toEqual({ culturalIdentity: null, language: 'Vietnamese' });
});

test('free text that holds only released values is served', async () => {
  const { notes, identity } = await told(...everything, 'ADDRESS', 'CONTACT', 'PHONE');
  expect(notes.map(({ text }: { text: string }) => text)).toEqual(texts);
  expect(identity.culturalIdentity).toBe('of 1 Example Street');
});

test('each of the three is hidden independently of the others', async () => {
  const withheld = async (...categories: readonly string[]) =>
    (await told(...everything, ...categories)).notes.map(({ text }: { text: string | null }) => text === null);
  expect(await withheld('ADDRESS')).toEqual([false, false, true, true]);
  expect(await withheld('CONTACT', 'PHONE')).toEqual([false, true, false, false]);
  expect(await withheld('CONTACT')).toEqual([false, true, true, false]);
  expect(await withheld('PHONE')).toEqual([false, true, true, true]);
});

test('free text that holds what is disclosed to nobody is withheld, whatever is released', async () => {
  const { mapping } = writtenDown();
  const { contact: _, address: __, ...without } = mapping;
  const silent = together(
    manyIn(mapping.records, () => [{ line: '1 Example Street' }]),
    manyIn(mapping.records, () => []),
    manyIn(mapping.records, () => [{ phone: '0491 570 006' }]),
  );
  const { ask } = await servedAgency({ ...without, silent });
  for (const categories of [everything, [...everything, 'ADDRESS', 'CONTACT', 'PHONE']]) {
    const { body } = await ask('notes { text }', [{ records: ['1'], categories }]);
    const [first, , , last] = texts;
    expect(body.data._entities[0].notes.map(({ text }: { text: string | null }) => text)).toEqual([
      first,
      null,
      null,
      last,
    ]);
  }
});

test('a number or an address that is marked silent in one of the two places where it is on file is not shared from the other', async () => {
  const { mapping } = writtenDown();
  const contact = one(mapping.records, () => ({ phone: '0491 570 006', email: 'ada@example.org', unsafe: [] }));
  const everywhere = [...everything, 'ADDRESS', 'CONTACT', 'PHONE'];
  const where = async (...silent: readonly Readonly<{ line?: string; phone?: string }>[]) => {
    const { ask } = await servedAgency({ ...mapping, contact, silent: manyIn(mapping.records, () => silent) });
    const fields = 'contact { phone email } address { line suburb }';
    const { body } = await ask(fields, [{ records: ['1'], categories: everywhere }]);
    expect(body.errors).toBeUndefined();
    const { contact: reached, address } = body.data._entities[0];
    return [reached.phone, reached.email, address?.line, address?.suburb];
  };
  expect(await where()).toEqual(['0491 570 006', 'ada@example.org', '1 Example Street', 'Kew']);
  for (const phone of [
    '(0491) 570006',
    '+61 491 570 006',
    '0011 61 491 570 006',
    '91570006',
    '0491570006 (mum), 5550 0009',
  ])
    expect(await where({ phone })).toEqual([null, 'ada@example.org', '1 Example Street', 'Kew']);
  expect(await where({ line: '1 example st' })).toEqual(['0491 570 006', 'ada@example.org', undefined, undefined]);
});

test('an address, number or e-mail that is too short to search text for is not shared either if it is in silent', async () => {
  const { mapping } = writtenDown();
  const where = async (...silent: readonly Readonly<{ line?: string; phone?: string; email?: string }>[]) => {
    const { ask } = await servedAgency({
      ...mapping,
      contact: one(mapping.records, () => ({ phone: '55 123', email: 'a@b.au', unsafe: [] })),
      address: one(mapping.records, () => ({ line: 'Flat 2, Rose House', suburb: 'Kew' })),
      silent: manyIn(mapping.records, () => silent),
    });
    const categories = [...everything, 'ADDRESS', 'CONTACT', 'PHONE'];
    const { body } = await ask('contact { phone email } address { line suburb }', [{ records: ['1'], categories }]);
    const { contact, address } = body.data._entities[0];
    return [contact.phone, contact.email, address?.line, address?.suburb];
  };
  const all = ['55 123', 'a@b.au', 'Flat 2, Rose House', 'Kew'];
  expect(await where({ line: '-', phone: '0', email: 'none' })).toEqual(all);
  for (const line of ['Rose House', 'Rear of Flat 2 Rose House, Kew'])
    expect(await where({ line })).toEqual([...all.slice(0, 2), undefined, undefined]);
  expect(await where({ phone: '55123' })).toEqual([null, ...all.slice(1)]);
  expect(await where({ email: 'A@B.au' })).toEqual(['55 123', null, ...all.slice(2)]);
});

test('the twins of the merged fields follow the same rule', async () => {
  const { ask } = await servedAgency(writtenDown().mapping);
  const { body } = await ask('_alerts { text }', [{ records: ['1'], categories: ['FV_RISK'] }]);
  expect(body.data._entities[0]._alerts.map(({ text }: { text: string }) => text === null)).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

test('hidden values are loaded once for all records, and only where such text is requested', async () => {
  const { mapping, loads } = writtenDown();
  const { ask } = await servedAgency(mapping);
  const records = Array.from({ length: 50 }, (_, index) => String(index + 1));
  const released = [{ records, categories: everything }];
  await ask('notes { id writtenOn } alerts { id about } identity { language }', released);
  expect(loads.get('addresses')).toBeUndefined();
  const { body } = await ask('notes { text } alerts { text } identity { culturalIdentity }', released);
  expect(body.data._entities[49].notes[1]).toEqual({ text: null });
  expect(loads.get('addresses')).toBe(1);
});

test('where the hidden values cannot be read, the text is not served', async () => {
  const { mapping } = writtenDown();
  const broken = table({
    rows: async (): Promise<readonly { id: number }[]> => {
      throw new Error('no such table');
    },
    of: ({ id }) => id,
  });
  const { ask } = await servedAgency({ ...mapping, address: one(broken, () => ({ line: null })) });
  const { body } = await ask('notes { text } alerts { id }', [{ records: ['1'], categories: everything }]);
  expect(body.data._entities[0].notes).toEqual(texts.map(() => ({ text: null })));
  expect(body.data._entities[0].alerts).toHaveLength(4);
});
