import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Graph } from '../graph/Graph.tsx';
import { endElsewhere, onEndElsewhere } from './everyTab.ts';
import type { Settings } from './Settings.ts';
import type { Signed } from './Signed.ts';

/** Who is signed in and why they ask. */
export type Session = Readonly<{
  signed: Signed;
  purpose: string;
  /** Asks for another reason from now on; everything known is forgotten and the page asks anew. */
  setPurpose: (purpose: string) => void;
  /** Signs in again without leaving the page; whoever else signs in ends the session. Rejects where nobody could be signed in. */
  signInAgain: () => Promise<void>;
  /** Ends the session, in every tab, and shows the door. */
  signOut: () => void;
  /** Ends it in this tab alone: its sign-in has run out, and in another tab somebody may be writing. */
  end: () => void;
  settings: Settings;
}>;

const Current = createContext<Session | undefined>(undefined);

/** The session of whoever is signed in; `undefined` where nobody is. */
export const useSessionIfAny = (): Session | undefined => useContext(Current);

/** The session of whoever is signed in. Throws outside one. */
export function useSession(): Session {
  const session = useSessionIfAny();
  if (!session) throw new Error('Nobody is signed in here.');
  return session;
}

type Props = Readonly<{ signed: Signed; settings: Settings; onEnd: () => void; children: ReactNode }>;

/** Holds a session; the graph below it is this person's, for this purpose. */
export function SessionOf({ signed, settings, onEnd, children }: Props) {
  const [purpose, setPurpose] = useState(signed.purposes[0] ?? '');
  const end = useCallback(() => {
    // Whether or not the provider hears of it, this page forgets, and so does the address: whom one looked at is not for whoever comes next.
    signed.end().catch(() => undefined);
    history.replaceState(null, '', '/');
    onEnd();
  }, [signed, onEnd]);
  const signOut = useCallback(() => {
    endElsewhere(signed.user);
    end();
  }, [signed, end]);
  useEffect(() => onEndElsewhere(signed.user, end), [signed, end]);
  const signInAgain = useCallback(async () => {
    if (!(await signed.again())) signOut();
  }, [signed, signOut]);
  const asker = useMemo(() => async () => ({ token: await signed.token(), purpose }), [signed, purpose]);
  const session = useMemo(
    () => ({ signed, purpose, setPurpose, signInAgain, signOut, end, settings }),
    [signed, purpose, signInAgain, signOut, end, settings],
  );
  return (
    <Current.Provider value={session}>
      <Graph asker={asker} of={`${signed.user} ${purpose}`}>
        {children}
      </Graph>
    </Current.Provider>
  );
}
