import type { GraphFault } from '../graph/GraphFault.ts';
import { Faulty } from './Faulty.tsx';
import { SignInHere } from './SignInHere.tsx';
import { useFaultWords } from './useFaultWords.ts';

/**
 * Why what somebody asked for was not done; nothing where nothing went wrong. Where the sign-in has run out they sign in without leaving
 * the page: what they wrote is nowhere else.
 */
export function Faulted({ of }: Readonly<{ of: GraphFault | undefined }>) {
  const wordsOf = useFaultWords();
  if (!of) return null;
  if (of.code === 'TOKEN_REFUSED') return <SignInHere />;
  const { label, lang } = wordsOf(of);
  return <Faulty sentence={label} lang={lang} />;
}
