import { isObject } from './isObject.ts';

/** A person of the demonstration whom the page can ask as. */
export type Person = Readonly<{
  id: string;
  name: string;
  role: string;
  agencyName: string;
  token: string;
  purpose: string;
  /** The purposes this person may ask for; `purpose` is one of them. */
  purposes: readonly string[];
}>;

/** The demonstration people, in the order given, without incomplete entries. Anything but a list counts as an empty list. */
export function parsePeople(json: unknown): readonly Person[] {
  return Array.isArray(json) ? json.flatMap(parsePerson) : [];
}

function parsePerson(entry: unknown): readonly Person[] {
  if (!isObject(entry)) return [];
  const { id, name, role, agencyName, purpose, purposes, token } = entry;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof token !== 'string') return [];
  const usual = typeof purpose === 'string' ? purpose : '';
  const allowed = Array.isArray(purposes) ? purposes.filter((one) => typeof one === 'string') : [];
  return [
    {
      id,
      name,
      token,
      role: typeof role === 'string' ? role : '',
      agencyName: typeof agencyName === 'string' ? agencyName : '',
      purpose: usual,
      purposes: allowed.includes(usual) ? allowed : [usual, ...allowed],
    },
  ];
}
