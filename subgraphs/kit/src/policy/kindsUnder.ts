import { auVic } from '@accord/consent/auVic';

/**
 * A kind of information and every kind that is part of it: withholding HEALTH withholds MENTAL_HEALTH as well.
 *
 * The tree is the shipped profile's, because an agency does not have the partnership's. A kind that is not in the tree
 * stands for itself only.
 */
export function kindsUnder(category: string): readonly string[] {
  const isUnder = (code: string | undefined): boolean =>
    code === category || (code !== undefined && isUnder(auVic.categories.get(code)?.parent));
  return [category, ...[...auVic.categories.keys()].filter((code) => code !== category && isUnder(code))];
}
