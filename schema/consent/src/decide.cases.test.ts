import { auVic } from './auVic.ts';
import { casesOfAuthority } from './cases/casesOfAuthority.ts';
import { casesOfBlocks } from './cases/casesOfBlocks.ts';
import { casesOfBreakGlass } from './cases/casesOfBreakGlass.ts';
import { casesOfConflict } from './cases/casesOfConflict.ts';
import { casesOfLaw } from './cases/casesOfLaw.ts';
import { casesOfPeople } from './cases/casesOfPeople.ts';
import { casesOfTheTree } from './cases/casesOfTheTree.ts';
import { casesOfTime } from './cases/casesOfTime.ts';
import { decide } from './decide.ts';

describe.each([
  ['one consent', casesOfTheTree],
  ['time', casesOfTime],
  ['consents that disagree', casesOfConflict],
  ['authority', casesOfAuthority],
  ['blocks, own records, suspension', casesOfBlocks],
  ['law', casesOfLaw],
  ['several people', casesOfPeople],
  ['breaking the glass', casesOfBreakGlass],
])('%s', (_group, cases) => {
  test.each(cases)('$name', ({ facts, ask, answer }) => {
    expect(decide(facts, ask, auVic)).toMatchObject(answer);
  });
});
