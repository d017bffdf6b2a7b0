import { answerType } from './answerType.ts';

const [graphql, json] = ['application/graphql-response+json', 'application/json'];

test.each([
  ['nothing is said', undefined, json],
  ['anything will do', '*/*', json],
  ['plain JSON is asked for', json, json],
  ['GraphQL’s own is asked for', graphql, graphql],
  ['both are, plain JSON less', `${graphql},${json};q=0.9`, graphql],
  ['both are alike, however they are written', `${json}; charset=utf-8, Application/GraphQL-Response+JSON`, graphql],
  ['both are, plain JSON more', `${graphql};q=0.5, ${json}`, json],
  ['GraphQL’s own is ruled out', `${graphql};q=0`, json],
])('if %s, an answer has the media type that the caller wants', (_, accepted, type) => {
  expect(answerType(accepted)).toBe(type);
});
