import { any, type Search } from './Search.ts';

/** What is looked for, as the graph takes it: days of this device become instants, the last day whole. */
export function filterOf({ agency, purpose, toOthers, from, to }: Search) {
  return {
    ...(agency !== any && { requesterAgency: agency }),
    ...(purpose !== any && { purpose }),
    ...(toOthers && { toOthers }),
    ...(from && { from: startOf(from, 0) }),
    ...(to && { to: startOf(to, 1) }),
  };
}

/** When a day begins here, some days later. */
function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
