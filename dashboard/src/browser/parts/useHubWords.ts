import type { i18n } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import terms from '../languages/en/terms.json';

/** Text from the hub as shown, and its language if it is not the page's: spread it into the element that shows it. */
export type HubWords = Readonly<{ label: string; lang?: 'en' }>;

/**
 * Translates what the hub says in English (the partners' labels, why something was released, how two records compare): ours if we
 * have a translation of exactly these words, else the hub's, marked as English.
 *
 * Looked up by wording, not by code: partners may agree on another wording for a code, and our translation then no longer says what
 * they mean. Text is translated sentence by sentence.
 */
export function useHubWords(): (english: string) => HubWords {
  const { i18n, ready } = useTranslation('terms', { useSuspense: false });
  const language = i18n.resolvedLanguage ?? 'en';
  return useMemo(() => {
    if (language === 'en') return (label) => ({ label });
    const known = ready ? translationsOf(i18n, language) : [];
    return (english) => {
      const said = english.split(/(?<=\.) (?=\p{Lu})/u).map((sentence) => translated(sentence, known, language));
      return said.includes(undefined) ? { label: english, lang: 'en' } : { label: said.join(' ') };
    };
  }, [i18n, ready, language]);
}

type Translation = readonly [english: string, ours: string];
type Groups = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The English words are bundled with the page: if they were fetched too, the translations could arrive without them. */
const inEnglish: Groups = terms.hub;

function translationsOf(i18n: i18n, language: string): readonly Translation[] {
  const ours: Groups | undefined = i18n.getResource(language, 'terms', 'hub');
  return Object.entries(inEnglish).flatMap(([group, words]) =>
    Object.entries(words).flatMap(([code, word]) => {
      const translation = ours?.[group]?.[code];
      return translation ? [[word, translation] as const] : [];
    }),
  );
}

const day = '{{day}}';

function translated(sentence: string, known: readonly Translation[], language: string): string | undefined {
  for (const [english, ours] of known) {
    if (sentence === english) return ours;
    const [before, after] = english.split(day);
    if (before === undefined || after === undefined || !sentence.startsWith(before) || !sentence.endsWith(after))
      continue;
    const when = new Date(`${sentence.slice(before.length, sentence.length - after.length)} UTC`);
    if (!Number.isNaN(when.getTime()))
      return ours.replace(
        day,
        new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(when),
      );
  }
  return undefined;
}
