import { useTranslation } from 'react-i18next';
import { isolated } from '../../languages/isolated.ts';

export type Agencies = readonly Readonly<{ id: string; name: string }>[];

/** Lists agencies' names in one line; one that no longer takes part by its id. */
export function useAgencyNames(agencies: Agencies): (ids: readonly string[]) => string {
  const listed = useListed();
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  return (ids) => listed(ids.map((id) => names.get(id) ?? id));
}

/** Formats a list as the language does: "a, b and c". */
export function useListed(): (words: readonly string[]) => string {
  const { i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language === 'en' ? 'en-AU' : i18n.language);
  return (words) => list.format(words.map(isolated));
}
