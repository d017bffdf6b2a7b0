import { languages } from '../../../languages/speak.ts';

/** The pages' languages as the hub stores them, in English. */
const inEnglish: Readonly<Record<string, string>> = { en: 'English', vi: 'Vietnamese' };

/** The languages in which a consent can be read back: by their English names, each labelled in its own language. */
export const spokenLanguages = languages.map(({ id, label }) => ({ id: inEnglish[id] ?? label, label }));

/** The English name of a page's language. */
export const nameOfLanguage = (id: string): string => inEnglish[id] ?? id;

/** The page's language for a spoken language; English if the pages do not have it. */
export const pageLanguageOf = (name: string): string => languages.find(({ id }) => inEnglish[id] === name)?.id ?? 'en';
