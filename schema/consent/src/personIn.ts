import type { Person, PersonId } from './Facts.ts';

/** Returns what the facts say about a person. Ids come from outside, so a name that every object inherits must find nothing. */
export function personIn(people: Readonly<Record<PersonId, Person>> | undefined, person: PersonId): Person | undefined {
  return people !== undefined && Object.hasOwn(people, person) ? people[person] : undefined;
}
