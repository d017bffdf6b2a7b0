import { type ReactNode, useMemo } from 'react';
import { Graph } from '../../graph/Graph.tsx';
import { useSession } from '../../session/Session.tsx';

/**
 * The graph as it is for the purpose EMERGENCY, with a memory of its own: what emergency access opens is forgotten when it
 * ends, and never stands among what is known for another purpose.
 */
export function EmergencyGraph({ children }: Readonly<{ children: ReactNode }>) {
  const { signed } = useSession();
  const asker = useMemo(() => async () => ({ token: await signed.token(), purpose: 'EMERGENCY' }), [signed]);
  return (
    <Graph asker={asker} of={`${signed.user} EMERGENCY`}>
      {children}
    </Graph>
  );
}
