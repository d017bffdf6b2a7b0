import { useState } from 'react';

/** Whose alerts a list is of, where it cannot be of everybody's at once. */
export type PeopleShown = Readonly<{
  /** After whom they begin, as the hub said it; null: the first people. */
  after: string | null;
  goOn: (nextPeople: string) => void;
  begin: () => void;
}>;

/** Begins with the first people; how far one went lives in the page's memory only. */
export function usePeopleShown(): PeopleShown {
  const [after, setAfter] = useState<string | null>(null);
  return { after, goOn: setAfter, begin: () => setAfter(null) };
}
