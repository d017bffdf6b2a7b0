import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { Graph } from '../graph/Graph.tsx';
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
  /** Ends the session and shows the door. */
  signOut: () => void;
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
  const signOut = useCallback(() => {
    // Whether or not the provider hears of it, this page forgets.
    signed.end().catch(() => undefined);
    onEnd();
  }, [signed, onEnd]);
  const signInAgain = useCallback(async () => {
    if (!(await signed.again())) signOut();
  }, [signed, signOut]);
  const asker = useMemo(() => async () => ({ token: await signed.token(), purpose }), [signed, purpose]);
  const session = useMemo(
    () => ({ signed, purpose, setPurpose, signInAgain, signOut, settings }),
    [signed, purpose, signInAgain, signOut, settings],
  );
  return (
    <Current.Provider value={session}>
      <Graph asker={asker} of={`${signed.user} ${purpose}`}>
        {children}
      </Graph>
    </Current.Provider>
  );
}
