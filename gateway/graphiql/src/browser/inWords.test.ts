import { inWords } from './inWords.ts';

test.each([
  ['SERVICE_COORDINATION', 'Service coordination'],
  ['FV_ASSESSMENT', 'FV assessment'],
  ['team leader', 'Team leader'],
  ['', ''],
])('%s is read as "%s"', (code, words) => {
  expect(inWords(code)).toBe(words);
});
