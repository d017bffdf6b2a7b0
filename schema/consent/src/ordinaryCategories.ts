import type { Category } from './Facts.ts';
import type { Profile } from './Profile.ts';

/**
 * Returns every category that is neither sensitive nor part of a sensitive one: what a consent that names no category may open.
 *
 * In the rules, a list left out means every category, including the sensitive ones (consent rules, order 4). To a person who
 * says "they may know about me" it does not mean that.
 */
export const ordinaryCategories = ({ categories }: Profile): readonly Category[] => {
  const isSensitive = (code: Category | undefined): boolean => {
    const entry = code === undefined ? undefined : categories.get(code);
    return entry !== undefined && (entry.sensitive === true || isSensitive(entry.parent));
  };
  return [...categories.keys()].filter((code) => !isSensitive(code));
};
