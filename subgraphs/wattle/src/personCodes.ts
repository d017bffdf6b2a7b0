import { codes } from '@accord/kit/codes';
import { dayWritten } from '@accord/kit/day';
import type { Person } from './generated/prisma/client.ts';
import { dobAccuracies } from './ownCodes.ts';

/** How accurate the date of birth is. */
export const accuracy = codes(dobAccuracies, { rest: 'UNKNOWN' });
export const sex = codes({ M: 'MALE', F: 'FEMALE', X: 'ANOTHER_TERM' }, { rest: 'NOT_STATED' });
export const textDay = dayWritten('DD/MM/YYYY');

/** In this system '' means "not known" or "none". */
export const known = (text: string | null): string | null => text || null;

/** `00/00/1985` means that only the year is known. It is served as 1 January, and `DOB_EST` marks it as an estimate. */
export const dateOfBirth = ({ DOB_TXT }: Pick<Person, 'DOB_TXT'>): string | null =>
  textDay(DOB_TXT.replace(/^00\/00\//, '01/01/'));

/** The other name on file; the system has room for one. */
export const aliasesOf = ({ AKA_F_NAM, AKA_S_NAM }: Pick<Person, 'AKA_F_NAM' | 'AKA_S_NAM'>) =>
  AKA_F_NAM || AKA_S_NAM ? [{ given: known(AKA_F_NAM), family: known(AKA_S_NAM) }] : [];
