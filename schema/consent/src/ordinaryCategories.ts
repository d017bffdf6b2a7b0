import type { Category } from './Facts.ts';
import type { Profile } from './Profile.ts';

/**
 * Every kind of information that is neither sensitive nor part of one that is: what a consent may open that names none.
 *
 * To the rules a list left out means every category, the sensitive ones too (consent rules, order 4); to a person who says "they
 * may know about me" it does not.
 */
export const ordinaryCategories = ({ categories }: Profile): readonly Category[] => {
  const isSensitive = (code: Category | undefined): boolean => {
    const entry = code === undefined ? undefined : categories.get(code);
    return entry !== undefined && (entry.sensitive === true || isSensitive(entry.parent));
  };
  return [...categories.keys()].filter((code) => !isSensitive(code));
};
