import type { Day, Spelling } from '@accord/people/InventedPerson';

/** A date as Wattle types it, `DD/MM/YYYY`; '' where there is none. */
export function textDate(day: Day | null | undefined): string {
  if (!day) return '';
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/**
 * A date of birth as Wattle types it. Where other agencies enter 1 January for an estimate, Wattle's workers enter `00/00`
 * and the year.
 */
export function textDateOfBirth({ dateOfBirth, dateAccuracy }: Spelling): string {
  const yearOnly = dateAccuracy === 'ESTIMATED' && dateOfBirth?.endsWith('-01-01');
  return yearOnly ? `00/00/${dateOfBirth?.slice(0, 4)}` : textDate(dateOfBirth);
}
