import type { Role } from '@accord/contract/vocabulary';
import { bearerOf, type Signed } from './Signed.ts';

/** A person one can sign in as in the demonstration. */
export type Person = Readonly<{
  id: string;
  name: string;
  role: Role;
  agencyName: string;
  purpose: string;
  token: string;
}>;

const kept = 'accord.person';

/** The demonstration's people, each with a fresh token. */
export async function readPeople(): Promise<readonly Person[]> {
  const response = await fetch('/demonstration/people', { cache: 'no-store' });
  if (!response.ok) throw new Error(`The people could not be read: status ${response.status}.`);
  return response.json();
}

/** Signs in as one of them, until the tab is closed. */
export function signInAs(person: Person): Signed {
  sessionStorage.setItem(kept, person.id);
  const bearer = bearerOf(person.token);
  let { token } = person;
  return {
    ...bearer,
    purposes: [person.purpose, ...bearer.purposes.filter((purpose) => purpose !== person.purpose)],
    token: async () => token,
    async again() {
      const fresh = (await readPeople()).find(({ id }) => id === person.id);
      if (!fresh) throw new Error('There is no such person any more.');
      token = fresh.token;
      return true;
    },
    end: async () => sessionStorage.removeItem(kept),
  };
}

/** The person chosen in this tab before; `undefined` if nobody was. */
export async function personBefore(): Promise<Signed | undefined> {
  const id = sessionStorage.getItem(kept);
  if (!id) return undefined;
  const person = (await readPeople()).find((one) => one.id === id);
  return person && signInAs(person);
}
