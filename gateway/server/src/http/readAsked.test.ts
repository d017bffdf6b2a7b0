import { readAsked } from './readAsked.ts';

const operations = [{ name: 'me', document: '{ me { name } }' }];
const read = (body: unknown) => readAsked(JSON.stringify(body), operations);
const fault = (faultCode: string) => expect.objectContaining({ faultCode });

test('a document is sent as its text or by its name, and only our own names count', () => {
  const none = { operationName: undefined, variables: {} };
  expect(read({ documentId: 'me', query: '{ other }' })).toEqual({
    asked: { query: '{ me { name } }', ...none },
    named: 'me',
  });
  expect(read({ query: '{ a }', operationName: '', variables: null })).toEqual({
    asked: { query: '{ a }', ...none },
    named: undefined,
  });
  expect(read({ query: '{ a }', documentId: null }).asked).toEqual({ query: '{ a }', ...none });
  const escaped = readAsked('{"query":"{ a }","variables":{"words":"\\ud83d\\uDE00"}}', operations).asked;
  expect(escaped.variables).toEqual({ words: '😀' });
  expect(read({ query: '{ a }', operationName: 'A', variables: { id: 1 } }).asked).toEqual({
    query: '{ a }',
    operationName: 'A',
    variables: { id: 1 },
  });
});

test.each([
  ['another name', { documentId: 'you' }],
  ['no document', {}],
  ['an empty one', { query: '' }],
  ['a tree instead of a text', { query: { kind: 'Document' } }],
  ['variables as text', { query: '{ a }', variables: '{}' }],
  ['variables as a list', { query: '{ a }', variables: [] }],
  ['a number for a name', { query: '{ a }', operationName: 1 }],
  ['no object', 'query'],
  ['NUL in a variable', { query: '{ a }', variables: { id: 'c-1\0' } }],
  ['NUL in the text of an operation', { query: '{ a(b: "\\u0000") }' }],
  ['the first half of a character', { query: '{ a }', variables: { words: 'Hi \ud83d' } }],
  ['the second half of one', { query: '{ a }', variables: { words: ['\ude00 hi', '😀'] } }],
  ['NUL written in brackets', { query: '{ a(b: "\\u{0}") }' }],
])('%s is refused', (_what, body) => {
  expect(() => read(body)).toThrow(fault('ARGUMENT_REFUSED'));
});

test.each([
  ['NUL with its backslash', '{"query":"{ a(b: \\"\\u005cu0000\\") }"}'],
  ['NUL with a figure of it', '{"query":"{ a(b: \\"\\\\u\\u0030000\\") }"}'],
  ['half a character before a spelt backslash', '{"query":"{ a }","variables":{"words":"\\ud83d\\u005cude00"}}'],
  ['half a character after a spelt backslash', '{"query":"{ a }","variables":{"words":"\\u005cud83d\\ude00"}}'],
])('what no database accepts, escaped in two steps, %s, is refused', (_what, body) => {
  expect(() => readAsked(body, operations)).toThrow(fault('ARGUMENT_REFUSED'));
});

test('several at once are refused', () => {
  expect(() => read([{ query: '{ a }' }])).toThrow(fault('BATCH_REFUSED'));
});
