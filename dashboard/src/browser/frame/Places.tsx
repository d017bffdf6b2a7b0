import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { useSession } from '../session/Session.tsx';

/** The state in which a page was left, by name. */
export type Place = Map<string, unknown>;

const Context = createContext<Map<string, Place>>(new Map());

/**
 * Keeps the state in which each page that "back" leads to was left: scroll position, how much of a list was shown, what was chosen.
 * In memory only, by the history entry's key: it is in no address and no storage, and is dropped when the person or the purpose
 * changes.
 */
export function Places({ children }: Readonly<{ children: ReactNode }>) {
  const { signed, purpose } = useSession();
  const places = useMemo(() => new Map<string, Place>(), [signed, purpose]);
  return <Context.Provider value={places}>{children}</Context.Provider>;
}

/** The state in which the open page was left, if this is a return to it; else empty. */
export function usePlace(): Place {
  const places = useContext(Context);
  const { key, pathname } = useLocation();
  return useMemo(() => {
    // Entries that the router did not make share one key, so the path is added to it.
    const entry = `${key} ${pathname}`;
    const place: Place = places.get(entry) ?? new Map();
    places.set(entry, place);
    return place;
  }, [places, key, pathname]);
}

/** Page state that is restored on return. Each name must belong to one state only. */
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
