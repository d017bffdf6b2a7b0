import { readSubgraph } from '@accord/contract/readSubgraph';
import { coreSubgraph } from '@accord/contract/subgraphs';
import { parse, print } from 'graphql';
import { pruneFetch } from './pruneFetch.ts';

const schema = readSubgraph(coreSubgraph('1.0'));
const fetchOf = (selection: string, variables = ''): string =>
  `query ($representations: [_Any!]!${variables}) { _entities(representations: $representations) { ... on AgencyRecord { ${selection} } } }`;
const pruned = (selection: string, variables = ''): string | null => pruneFetch(fetchOf(selection, variables), schema);
const asked = (selection: string, variables = ''): string => print(parse(fetchOf(selection, variables)));

test('a field that the version does not have is not requested, but the fields beside it are', () => {
  expect(pruned('identity { pronouns sex } contact { safeWhen }')).toBe(asked('identity { sex }'));
});

test('what a version knows is requested unchanged', () => {
  const selection = 'alerts(status: [ACTIVE]) { id text } n: notes(first: $first) { id } ... { address { line } }';
  expect(pruned(selection, ', $first: Int')).toBe(asked(selection, ', $first: Int'));
});

test('nothing is requested if the version knows nothing of it', () => {
  expect(pruned('identity { pronouns }')).toBeNull();
  expect(pruned('__typename identity { __typename pronouns }')).toBeNull();
  expect(pruneFetch(fetchOf('id').replace('AgencyRecord', 'Household'), schema)).toBeNull();
});

test('a field with an argument or value that the version does not know is not requested: without it, the answer would be to another question', () => {
  expect(pruned('id needs(code: "1") { id }')).toBe(asked('id'));
  expect(pruned('id alerts(status: [PAUSED]) { id }')).toBe(asked('id'));
  expect(pruned('id alerts(status: $s) { id }', ', $s: [AlertMood!]')).toBe(asked('id'));
});

test('variables are removed with what used them, conditions included', () => {
  expect(pruned('identity { sex pronouns @include(if: $yes) }', ', $yes: Boolean!')).toBe(asked('identity { sex }'));
});

test('what is only for a record’s own agency is left out for other agencies, and nothing is requested if that was all', () => {
  const newest = readSubgraph(coreSubgraph());
  const others = (selection: string) => pruneFetch(fetchOf(selection), newest, { own: true });
  expect(others('p: prompts { code quotes { text } } ... { waitingAlerts { text } } alerts { id }')).toBe(
    asked('alerts { id }'),
  );
  expect(others('prompts { code }')).toBeNull();
  expect(pruneFetch(fetchOf('prompts { code }'), newest)).toBe(asked('prompts { code }'));
});
