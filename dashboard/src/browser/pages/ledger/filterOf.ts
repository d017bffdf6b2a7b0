import { any, type Search } from './Search.ts';

/** The search as graph input: this device's days become instants, and the last day is included in full. */
export function filterOf({ agency, purpose, toOthers, from, to }: Search) {
  return {
    ...(agency !== any && { requesterAgency: agency }),
    ...(purpose !== any && { purpose }),
    ...(toOthers && { toOthers }),
    ...(from && { from: startOf(from, 0) }),
    ...(to && { to: startOf(to, 1) }),
  };
}

/** The instant at which a day, `later` days on, begins in this device's time zone. */
function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
