import { createHash } from 'node:crypto';
import type { ClientSchema } from './ClientSchema.ts';
import { defaultSchema } from './defaultSchema.ts';
import { schemaHash } from './schemaHash.ts';

const changed = (change: Partial<ClientSchema>) => schemaHash({ ...defaultSchema, ...change });
const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, held]) => [key, reversed(held)]),
        )
      : value;

test('the hash is SHA-256 of the canonical form', () => {
  const small = {
    rules: 'accord-client-1',
    length: 8,
    folds: 0,
    info: 'é"',
    sexTable: { b: '1', a: '2' },
    parts: [],
  } as const;
  const canonical =
    '{"folds":0,"info":"é\\"","length":8,"parts":[],"rules":"accord-client-1","sexTable":{"a":"2","b":"1"}}';
  expect(schemaHash(small)).toBe(createHash('sha256').update(canonical).digest('hex'));
});

test('the order in which a schema is written makes no difference', () => {
  expect(schemaHash(reversed(defaultSchema) as ClientSchema)).toBe(schemaHash(defaultSchema));
});

test('any change to a schema changes its hash', () => {
  const [first, ...rest] = defaultSchema.parts;
  if (first === undefined) throw new Error('The default schema has parts.');
  const hashes = [
    schemaHash(defaultSchema),
    changed({ length: 512 }),
    changed({ folds: 0 }),
    changed({ info: 'other' }),
    changed({ rules: 'accord-client-2' as never }),
    changed({ sexTable: { ...defaultSchema.sexTable, D: '3' } }),
    changed({ parts: rest }),
    changed({ parts: [...rest, first] }),
    changed({ parts: [{ ...first, key: 'given' }, ...rest] }),
    changed({ parts: [{ ...first, bitsPerToken: 13 }, ...rest] }),
    changed({ parts: [{ ...first, comparison: { type: 'ngram', n: 3 } }, ...rest] }),
    changed({ parts: [{ ...first, comparison: { type: 'ngram', n: 2, positional: true } }, ...rest] }),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

// CAUTION: if this fails, the default schema has changed. Earlier batches are refused, and every agency must encode again.
test('the default schema is the one that hubs know', () => {
  expect(schemaHash(defaultSchema)).toBe('c1c66d4db211e077288604d5ed7a964163895f5329a0eb303db646829da4a9af');
});
