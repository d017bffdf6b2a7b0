import { contractDocument } from '@accord/contract/contractDocument';
import { contractVersion } from '@accord/contract/subgraphs';
import { print } from 'graphql';
import { inspectAgency } from './inspectAgency.ts';

/** What comes of looking at an agency that says this of itself. */
const found = (said: object) => {
  const sdl = print(contractDocument({ version: contractVersion, modules: ['housing'] }));
  const body = JSON.stringify({ agency: 'wattle', version: contractVersion, modules: ['housing'], sdl, ...said });
  return inspectAgency({
    ...{ id: 'wattle', revisions: [], deadlineMs: 1_000 },
    ask: {
      name: 'It',
      contract: async () => ({ kind: 'ANSWERED', status: 200, body }),
      send: async () => ({ kind: 'UNREACHABLE' }),
    },
  });
};

test('a module that an agency names over and over is one', async () => {
  const once = await found({});
  expect(once).toMatchObject({ kind: 'FIT', modules: ['housing'] });
  expect(await found({ modules: Array.from({ length: 60_000 }, () => 'housing') })).toEqual(once);
});

test('more SDL than any contract is not read', async () => {
  const sdl = 'type A { b: C } '.repeat(20_000);
  expect(await found({ sdl })).toEqual({ kind: 'REFUSED', why: 'The SDL the agency serves cannot be read.' });
});

test('an agency’s own words are in no sentence but as far as they are a word', async () => {
  expect(await found({ agency: 'wat\u001b[2Jtle\n' })).toMatchObject({ why: expect.stringContaining('"wat??2Jtle?"') });
  for (const name of ['__proto__', 'constructor', 'toString'])
    expect(await found({ modules: [name] })).toMatchObject({
      kind: 'REFUSED',
      why: expect.stringContaining(`"${name}"`),
    });
});
