import { evidenceOfNeed } from './evidenceOfNeed.ts';

test.each([
  ['reason 9 is evidence', 'REASON', '9', 'EVIDENCE'],
  ['leading zeros do not count', 'REASON', '09', 'EVIDENCE'],
  ['sexual abuse does not say by whom', 'REASON', '8', 'ABSTAIN'],
  ['violence outside the family is not evidence', 'REASON', '10', 'NONE'],
  ['service group 5 is evidence', 'SERVICE_GROUP', '5', 'EVIDENCE'],
  ['reason 5 is not evidence', 'REASON', '5', 'NONE'],
  ['group 9 is not stated', 'SERVICE_GROUP', '9', 'NONE'],
  ['a text that is not a code is not evidence', 'REASON', '', 'NONE'],
] as const)('%s', (_, list, code, expected) => {
  expect(evidenceOfNeed({ list, code })).toBe(expected);
});
