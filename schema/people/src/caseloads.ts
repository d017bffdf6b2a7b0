import type { AgencyKey, Staff } from './InventedPerson.ts';
import { createRandom } from './random.ts';
import { demonstrationStaff } from './staff.ts';

/** How many records at an agency have the demonstration practitioner as their worker, however many people there are. */
const DEMONSTRATION_CASELOAD = 50;

const firstNumber: Readonly<Record<AgencyKey, number>> = { harbour: 100_001, wattle: 200_001, kestrel: 300_001 };

export type Share = Readonly<{ number: number; worker: Staff }>;

/**
 * Returns the record number and worker of every person the agency knows, by truth id.
 *
 * The first of `people` gets the first number and the demonstration practitioner. Each agency numbers the others in its own
 * order, so that nearby numbers at two agencies say nothing about who is the same person. If an agency knows fewer than a
 * hundred people, half of them are the demonstration practitioner's.
 */
export function shareOut(
  agency: AgencyKey,
  people: readonly string[],
  staff: readonly Staff[],
  seed: number,
): ReadonlyMap<string, Share> {
  const random = createRandom(seed, `caseloads ${agency}`);
  const [featured, ...others] = people;
  const order = featured === undefined ? [] : [featured, ...random.shuffled(others)];
  const practitioners = staff.filter(({ role }) => role === 'PRACTITIONER');
  const own = demonstrationStaff[agency].find(({ role }) => role === 'PRACTITIONER');
  const rest = practitioners.filter(({ login }) => login !== own?.login);
  const most = Math.min(DEMONSTRATION_CASELOAD, Math.ceil(order.length / 2));

  // Numbers first, then workers in another order, so that a caseload is not a run of numbers.
  const numbers = new Map(order.map((id, index) => [id, firstNumber[agency] + index]));
  const turns = featured === undefined ? [] : [featured, ...random.shuffled(order.slice(1))];
  return new Map(
    turns.map((id, turn) => {
      const worker = own !== undefined && turn < most ? own : random.pick(rest);
      const number = numbers.get(id);
      if (number === undefined) throw new RangeError(`Person "${id}" is shared out but has no number.`);
      return [id, { number, worker }];
    }),
  );
}
