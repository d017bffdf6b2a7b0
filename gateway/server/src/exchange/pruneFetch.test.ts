import { readSubgraph } from '@accord/contract/readSubgraph';
import { coreSubgraph } from '@accord/contract/subgraphs';
import { parse, print } from 'graphql';
import { pruneFetch } from './pruneFetch.ts';

const schema = readSubgraph(coreSubgraph('1.0'));
const fetchOf = (selection: string, variables = ''): string =>
  `query ($representations: [_Any!]!${variables}) { _entities(representations: $representations) { ... on AgencyRecord { ${selection} } } }`;
const pruned = (selection: string, variables = ''): string | null => pruneFetch(fetchOf(selection, variables), schema);
const asked = (selection: string, variables = ''): string => print(parse(fetchOf(selection, variables)));

test('a field the version does not have is not asked, and what stands beside it is', () => {
  expect(pruned('identity { pronouns sex } contact { safeWhen }')).toBe(asked('identity { sex }'));
});

test('what a version knows is asked as it is', () => {
  const selection = 'alerts(status: [ACTIVE]) { id text } n: notes(first: $first) { id } ... { address { line } }';
  expect(pruned(selection, ', $first: Int')).toBe(asked(selection, ', $first: Int'));
});

test('nothing is asked where nothing is known', () => {
  expect(pruned('identity { pronouns }')).toBeNull();
  expect(pruned('__typename identity { __typename pronouns }')).toBeNull();
  expect(pruneFetch(fetchOf('id').replace('AgencyRecord', 'Household'), schema)).toBeNull();
});

test('a field with an argument or a value the version does not know is not asked: without it, it would answer something else', () => {
  expect(pruned('id needs(code: "1") { id }')).toBe(asked('id'));
  expect(pruned('id alerts(status: [PAUSED]) { id }')).toBe(asked('id'));
  expect(pruned('id alerts(status: $s) { id }', ', $s: [AlertMood!]')).toBe(asked('id'));
});

test('variables go with what used them, conditions among it', () => {
  expect(pruned('identity { sex pronouns @include(if: $yes) }', ', $yes: Boolean!')).toBe(asked('identity { sex }'));
});

test('what is for a record’s own agency only goes where another is asked, and nothing is asked where that was all', () => {
  const newest = readSubgraph(coreSubgraph());
  const others = (selection: string) => pruneFetch(fetchOf(selection), newest, { own: true });
  expect(others('p: prompts { code quotes { text } } ... { waitingAlerts { text } } alerts { id }')).toBe(
    asked('alerts { id }'),
  );
  expect(others('prompts { code }')).toBeNull();
  expect(pruneFetch(fetchOf('prompts { code }'), newest)).toBe(asked('prompts { code }'));
});
