import type { GraphFault } from '../graph/GraphFault.ts';
import { Faulty } from './Faulty.tsx';
import { SignInHere } from './SignInHere.tsx';
import { useFaultWords } from './useFaultWords.ts';

/**
 * Says why a request failed; renders nothing if nothing went wrong. When the token has expired, people sign in again without
 * leaving the page: what they wrote exists nowhere else.
 */
export function Faulted({ of }: Readonly<{ of: GraphFault | undefined }>) {
  const wordsOf = useFaultWords();
  if (!of) return null;
  if (of.code === 'TOKEN_REFUSED') return <SignInHere />;
  const { label, lang } = wordsOf(of);
  return <Faulty sentence={label} lang={lang} />;
}
