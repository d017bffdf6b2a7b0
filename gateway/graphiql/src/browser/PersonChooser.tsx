import { useState } from 'react';
import type { Asker } from './askAs.ts';
import { inWords } from './inWords.ts';
import type { Person } from './parsePeople.ts';

type Props = Readonly<{ people: readonly Person[]; onAsker: (asker: Asker) => void }>;

/** Chooses one of the demonstration people and one of that person's purposes; starts with the first person. */
export function PersonChooser({ people, onAsker }: Props) {
  const [first] = people;
  const [id, setId] = useState(first?.id);
  const [purpose, setPurpose] = useState(first?.purpose ?? '');
  const chosen = people.find((person) => person.id === id);

  const choose = (person: Person | undefined, why: string) => {
    if (!person) return;
    setId(person.id);
    setPurpose(why);
    onAsker({ token: person.token, purpose: why });
  };
  const be = (next: string) => {
    const person = people.find((one) => one.id === next);
    choose(person, person?.purpose ?? '');
  };

  return (
    <>
      <label className="accord-field accord-field-wide">
        <span>Person</span>
        <select value={id} onChange={(event) => be(event.target.value)}>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {described(person)}
            </option>
          ))}
        </select>
      </label>
      <label className="accord-field">
        <span>Purpose</span>
        <select value={purpose} onChange={(event) => choose(chosen, event.target.value)}>
          {chosen?.purposes.map((one) => (
            <option key={one} value={one}>
              {inWords(one)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function described({ name, role, agencyName }: Person): string {
  return [name, role && inWords(role).toLowerCase(), agencyName].filter(Boolean).join(', ');
}
