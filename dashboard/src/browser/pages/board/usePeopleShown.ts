import { useKept } from '../../frame/Places.tsx';

/** Whose alerts a list holds, if it cannot hold everybody's at once. */
export type PeopleShown = Readonly<{
  /** The hub's cursor after which these people begin; null: the first people. */
  after: string | null;
  goOn: (nextPeople: string) => void;
  begin: () => void;
}>;

/** Starts with the first people of a list; the position is kept in memory only. */
export function usePeopleShown(list: string): PeopleShown {
  const [after, setAfter] = useKept<string | null>(`people ${list}`, null);
  return { after, goOn: setAfter, begin: () => setAfter(null) };
}
