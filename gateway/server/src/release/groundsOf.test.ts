import { groundsOf } from './groundsOf.ts';

test.each([
  [{ reason: 'CONSENT', basis: ['c1', 'c2'] }, ['c1', 'c2']],
  [{ reason: 'OWN_RECORD', basis: [] }, ['OWN_RECORD']],
  [{ reason: 'SERIOUS_THREAT', basis: ['l1'] }, ['l1', 'SERIOUS_THREAT']],
  [{ reason: 'CONSENT+FVISS_PERPETRATOR', basis: ['c1'] }, ['c1', 'FVISS_PERPETRATOR']],
] as const)('what a permit stands on names the facts and the law: %j', (permit, grounds) => {
  expect(groundsOf(permit)).toEqual(grounds);
});
