import { type ReactNode, useMemo } from 'react';
import { Graph } from '../../graph/Graph.tsx';
import { useSession } from '../../session/Session.tsx';

/**
 * The graph for the purpose EMERGENCY, with its own cache: what emergency access opens is forgotten when it ends, and never mixes
 * with what is known for another purpose.
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
