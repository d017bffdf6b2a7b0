import i18next from 'i18next';
import resourcesToBackend from 'i18next-resources-to-backend';
import { initReactI18next } from 'react-i18next';
import frame from './en/frame.json';
import { isolated } from './isolated.ts';

/** The languages of the pages, each under its own name. English is complete and is the fallback for the others. */
export const languages = [
  { id: 'en', label: 'English' },
  { id: 'vi', label: 'Tiếng Việt' },
] as const;

const kept = 'accord.language';

/**
 * Starts translation, in the language chosen on this device before, else the browser's, else English. A page's words are loaded
 * with the page.
 */
export async function speak(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    document.documentElement.dir = i18next.dir(language);
  });
  await i18next
    .use(initReactI18next)
    .use(resourcesToBackend((language: string, namespace: string) => import(`./${language}/${namespace}.json`)))
    .init({
      lng: languageBefore(),
      fallbackLng: 'en',
      supportedLngs: languages.map(({ id }) => id),
      ns: ['frame'],
      defaultNS: 'frame',
      resources: { en: { frame } },
      partialBundledLanguages: true,
      // React already escapes HTML, so the escape hook is used to isolate right-to-left words in sentences.
      interpolation: { escape: isolated },
      returnNull: false,
    });
}

/** Switches the language from now on. The choice says nothing about who made it, and stays on the device. */
export async function speakIn(language: string): Promise<void> {
  localStorage.setItem(kept, language);
  await i18next.changeLanguage(language);
}

function languageBefore(): string {
  const wanted = [localStorage.getItem(kept), ...navigator.languages].map((language) => language?.split('-')[0]);
  return wanted.find((language) => languages.some(({ id }) => id === language)) ?? 'en';
}
