import { createContext, type ReactNode, useContext } from 'react';
import { useKnown } from '../frame/Known.tsx';
import type { Asked } from '../graph/useAsk.ts';

const Context = createContext(false);

/** True where one's own agency, whose people these are, did not answer: what is not there was not read, and nobody kept it back. */
export const useLacksOwn = (): boolean => useContext(Context);

type Props = Readonly<{ of: Pick<Asked<unknown>, 'missing'>; children: ReactNode }>;

/** Says to what is inside whether one's own agency's answer is lacking in it. */
export function Lacking({ of: { missing }, children }: Props) {
  const { me } = useKnown();
  const lacks = missing.some(({ agency, state }) => agency === me?.agency.name && state !== 'WITHHELD_BY_AGENCY');
  return <Context.Provider value={lacks}>{children}</Context.Provider>;
}
