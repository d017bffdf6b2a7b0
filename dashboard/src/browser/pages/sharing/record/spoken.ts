import { languages } from '../../../languages/speak.ts';

/** Languages of the pages as the hub keeps them: in English. */
const inEnglish: Readonly<Record<string, string>> = { en: 'English', vi: 'Vietnamese' };

/** Languages that can be read back, by their names in English, each called as its speakers call it. */
export const spokenLanguages = languages.map(({ id, label }) => ({ id: inEnglish[id] ?? label, label }));

/** A page's language by its name in English. */
export const nameOfLanguage = (id: string): string => inEnglish[id] ?? id;

/** The page's language of one that was spoken; English where the pages do not speak it. */
export const pageLanguageOf = (name: string): string => languages.find(({ id }) => inEnglish[id] === name)?.id ?? 'en';
