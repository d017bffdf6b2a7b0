import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { useSession } from '../session/Session.tsx';

/** What is known of how one left a page, by name. */
export type Place = Map<string, unknown>;

const Context = createContext<Map<string, Place>>(new Map());

/**
 * Keeps how one left each page that "back" leads to: how far it was scrolled, how much of a list was shown, what was chosen. In
 * memory only, by the entry's key in the history: it stands in no address and no storage, and goes with the person and the purpose.
 */
export function Places({ children }: Readonly<{ children: ReactNode }>) {
  const { signed, purpose } = useSession();
  const places = useMemo(() => new Map<string, Place>(), [signed, purpose]);
  return <Context.Provider value={places}>{children}</Context.Provider>;
}

/** How one left the page that is open, where one has come back to it; else nothing yet. */
export function usePlace(): Place {
  const places = useContext(Context);
  const { key, pathname } = useLocation();
  return useMemo(() => {
    // Entries that the page did not make have no key of their own.
    const entry = `${key} ${pathname}`;
    const place: Place = places.get(entry) ?? new Map();
    places.set(entry, place);
    return place;
  }, [places, key, pathname]);
}

/** A state of a page that is as one left it, where one comes back. Each name is one state's alone. */
export function useKept<Value>(name: string, usual: Value): readonly [Value, (value: Value) => void] {
  const place = usePlace();
  const [value, setValue] = useState(() => (place.has(name) ? (place.get(name) as Value) : usual));
  const keep = useCallback(
    (next: Value) => {
      place.set(name, next);
      setValue(next);
    },
    [place, name],
  );
  return [value, keep];
}
