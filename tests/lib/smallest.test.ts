import { smallest } from './smallest.ts';

test('of a question that fails, whatever does not matter is left out', async () => {
  const asked = {
    query: `query Q($v1: ID!, $v2: Boolean!, $v3: Int) { a1: me { name } ...Query_1 vocabulary { code @skip(if: $v2) } }
      fragment Query_1 on Query { client(id: $v1) { a2: records { notes(first: $v3) { ...Note_2 } id } } }
      fragment Note_2 on Note { text about }`,
    variables: { v1: 'ada', v2: true, v3: 5 },
  };
  const fails = async (smaller: object): Promise<void> => {
    const { query } = { query: '', ...smaller };
    if (/records[^}]* notes[^}]* text/s.test(query)) throw smaller;
  };
  expect(await smallest(asked, 'the first error', fails)).toEqual({
    query: 'query Q {\n  client {\n    records {\n      notes {\n        text\n      }\n    }\n  }\n}',
    variables: {},
  });
  expect(await smallest({ documentId: 'x', variables: {} }, 'the first error', fails)).toBe('the first error');
});
