import { useHubWords } from './useHubWords.ts';

/** What the hub says in English, in the language of the page where we have it, else marked: so that a screen reader reads it as English. */
export function FromHub({ children }: Readonly<{ children: string }>) {
  const { label, lang } = useHubWords()(children);
  return lang ? <span lang={lang}>{label}</span> : label;
}
