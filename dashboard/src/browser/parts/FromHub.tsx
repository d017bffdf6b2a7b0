import { useHubWords } from './useHubWords.ts';

/**
 * Text that the hub gives in English: shown in the page's language if we have a translation, else marked as English, so that a
 * screen reader pronounces it right.
 */
export function FromHub({ children }: Readonly<{ children: string }>) {
  const { label, lang } = useHubWords()(children);
  return lang ? <span lang={lang}>{label}</span> : label;
}
