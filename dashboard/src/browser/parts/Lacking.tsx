import { createContext, type ReactNode, useContext } from 'react';
import { useKnown } from '../frame/Known.tsx';
import type { Asked } from '../graph/useAsk.ts';

const Context = createContext(false);

/** True if the worker's own agency, whose people these are, did not answer: what is missing was not read, rather than withheld. */
export const useLacksOwn = (): boolean => useContext(Context);

type Props = Readonly<{ of: Pick<Asked<unknown>, 'missing'>; children: ReactNode }>;

/** Tells its children whether the answer of the worker's own agency is missing. */
export function Lacking({ of: { missing }, children }: Props) {
  const { me } = useKnown();
  const lacks = missing.some(({ agency, state }) => agency === me?.agency.name && state !== 'WITHHELD_BY_AGENCY');
  return <Context.Provider value={lacks}>{children}</Context.Provider>;
}
