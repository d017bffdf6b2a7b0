import { useTranslation } from 'react-i18next';
import { useKnown } from '../frame/Known.tsx';

/** The partners' words for codes, in the page's language. */
export type Terms = Readonly<{
  purpose: (code: string) => string;
  kind: (code: string) => string;
}>;

/**
 * Partners agree on English words. In other languages, and while the partners' words have not arrived, the hub's built-in codes use
 * our words; a code of the partners' own keeps the word they agreed on.
 */
export function useTerms(): Terms {
  const { i18n } = useTranslation('terms', { useSuspense: false });
  const { vocabulary, purposeWord, categoryWord } = useKnown();
  const language = i18n.resolvedLanguage ?? 'en';
  const agreed = language === 'en' && vocabulary !== undefined;
  const translated = (group: 'purposes' | 'kinds', code: string): string | undefined => {
    const word: unknown = agreed ? undefined : i18n.getResource(language, 'terms', `${group}.${code}`);
    return typeof word === 'string' ? word : undefined;
  };
  return {
    purpose: (code) => translated('purposes', code) ?? purposeWord(code),
    kind: (code) => translated('kinds', code) ?? categoryWord(code),
  };
}
