import type { i18n } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import terms from '../languages/en/terms.json';

/** Words of the hub's as they are shown, and their language where it is not that of the page: to be spread into what shows them. */
export type HubWords = Readonly<{ label: string; lang?: 'en' }>;

/**
 * How what the hub says in English (the partners' labels, why something was told, how two records compare) is said in the language
 * that is spoken: in ours where we have a translation of exactly these words, else as the hub says it and marked as English.
 *
 * Looked up by the wording and not by its code: partners may agree on another wording of a code, and what we translated is then not
 * what they mean. Text is taken sentence by sentence.
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

/** The English words come with the page: that ours have come does not tell that those have, if they were fetched as well. */
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
