import { codes } from '@accord/kit/codes';

export const sex = codes({ M: 'MALE', F: 'FEMALE', O: 'ANOTHER_TERM' }, { rest: 'NOT_STATED' });

/** How accurate the date of birth is. */
export function accuracyOf({
  birthdate,
  birthdateEstimated,
}: Readonly<{ birthdate: Date | null; birthdateEstimated: boolean }>) {
  if (birthdate === null) return 'UNKNOWN' as const;
  return birthdateEstimated ? ('ESTIMATED' as const) : ('EXACT' as const);
}
