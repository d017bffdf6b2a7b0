import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useAsk } from '../graph/useAsk.ts';
import { FrameDocument, type FrameQuery } from './generated/frame.ts';

/** What every page knows: what this person may do, and the partners' wording. */
export type Known = Readonly<{
  me: FrameQuery['me'] | undefined;
  mayDo: readonly string[];
  vocabulary: FrameQuery['vocabulary'] | undefined;
  /** The agreed wording of a code; the code itself where there is none. */
  purposeWord: (code: string) => string;
  categoryWord: (code: string) => string;
  alertWord: (code: string) => string;
  /** False until the hub has answered. */
  ready: boolean;
  /** True once this person's agency has said that it takes no alerts from here. */
  writesOff: boolean;
  sayWritesOff: () => void;
}>;

const Context = createContext<Known | undefined>(undefined);

/** What every page knows. Throws outside the frame. */
export function useKnown(): Known {
  const known = useContext(Context);
  if (!known) throw new Error('There is no frame around this.');
  return known;
}

/** Queries once what every page needs, and provides it to its children. */
export function KnownTo({ children }: Readonly<{ children: ReactNode }>) {
  const { data, waiting } = useAsk(FrameDocument);
  const [writesOff, setWritesOff] = useState(false);
  const known = useMemo((): Known => {
    const words = data?.vocabulary;
    const wordOf = (...lists: (readonly Readonly<{ code: string; label: string }>[] | undefined)[]) => {
      const labels = new Map(lists.flatMap((list) => list ?? []).map(({ code, label }) => [code, label]));
      return (code: string): string => labels.get(code) ?? code;
    };
    return {
      me: data?.me,
      mayDo: data?.me.mayDo ?? [],
      vocabulary: words,
      // The hub appends the HL7 code of a purpose in brackets: useful to developers, not on a page.
      purposeWord: (code) => wordOf(words?.purposes)(code).replace(/ \([A-Z]+\)$/, ''),
      categoryWord: wordOf(words?.categories),
      alertWord: wordOf(words?.retiredAlerts, words?.alerts),
      ready: !waiting,
      writesOff,
      sayWritesOff: () => setWritesOff(true),
    };
  }, [data, waiting, writesOff]);
  return <Context.Provider value={known}>{children}</Context.Provider>;
}
