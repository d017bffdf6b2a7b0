import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Graph } from '../graph/Graph.tsx';
import { endElsewhere, onEndElsewhere } from './everyTab.ts';
import type { Settings } from './Settings.ts';
import type { Signed } from './Signed.ts';

/** Who is signed in and why they ask. */
export type Session = Readonly<{
  signed: Signed;
  purpose: string;
  /** Changes the purpose; the cache is dropped and the page queries everything again. */
  setPurpose: (purpose: string) => void;
  /** Signs in again without leaving the page. If somebody else signs in, the session ends. Rejects if nobody could be signed in. */
  signInAgain: () => Promise<void>;
  /** Ends the session, in every tab, and shows the sign-in page. */
  signOut: () => void;
  /** Ends it in this tab only: this tab's token has expired, and somebody may be writing in another tab. */
  end: () => void;
  settings: Settings;
}>;

const Current = createContext<Session | undefined>(undefined);

/** The session of the person who is signed in; `undefined` if nobody is. */
export const useSessionIfAny = (): Session | undefined => useContext(Current);

/** The session of the person who is signed in. Throws if nobody is. */
export function useSession(): Session {
  const session = useSessionIfAny();
  if (!session) throw new Error('Nobody is signed in here.');
  return session;
}

type Props = Readonly<{ signed: Signed; settings: Settings; onEnd: () => void; children: ReactNode }>;

/** Provides a session, and the graph for this person and purpose. */
export function SessionOf({ signed, settings, onEnd, children }: Props) {
  const [purpose, setPurpose] = useState(signed.purposes[0] ?? '');
  const end = useCallback(() => {
    // The page forgets the session even if the provider cannot be reached, and so does the address: the next person at this
    // computer must not see whom this one looked at.
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
