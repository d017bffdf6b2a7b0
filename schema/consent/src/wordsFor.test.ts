import { auVic } from './auVic.ts';
import { wordsFor } from './wordsFor.ts';

test('every reason of the rules and of the law has a sentence', () => {
  for (const reason of ['NO_CONSENT', 'SAFETY_BLOCK', ...auVic.reasons.keys()]) {
    expect(wordsFor(reason, auVic)).toEqual([expect.stringMatching(/^[A-Z].*\.$/)]);
  }
});

test('joined reasons get a sentence each', () => {
  expect(wordsFor('CONSENT+CISS', auVic)).toEqual([
    'The person, or someone who may speak for them, consented.',
    'Child information law: to promote the wellbeing or safety of a child.',
  ]);
});
