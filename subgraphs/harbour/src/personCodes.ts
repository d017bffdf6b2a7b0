import { codes } from '@accord/kit/codes';
import { dobAccuracies } from './ownCodes.ts';

/** How accurate the date of birth is. */
export const accuracy = codes(dobAccuracies, { rest: 'UNKNOWN' });
export const sex = codes({ 1: 'MALE', 2: 'FEMALE', 3: 'ANOTHER_TERM' }, { rest: 'NOT_STATED' });
