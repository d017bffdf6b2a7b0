import { useKept } from '../../frame/Places.tsx';

/** Whose alerts a list is of, where it cannot be of everybody's at once. */
export type PeopleShown = Readonly<{
  /** After whom they begin, as the hub said it; null: the first people. */
  after: string | null;
  goOn: (nextPeople: string) => void;
  begin: () => void;
}>;

/** Begins with the first people of a list; how far one went lives in memory only. */
export function usePeopleShown(list: string): PeopleShown {
  const [after, setAfter] = useKept<string | null>(`people ${list}`, null);
  return { after, goOn: setAfter, begin: () => setAfter(null) };
}
