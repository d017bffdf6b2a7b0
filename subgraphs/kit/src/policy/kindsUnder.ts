import { auVic } from '@accord/consent/auVic';

/**
 * A kind of information and every kind that is a part of it: who keeps back HEALTH means MENTAL_HEALTH as well.
 *
 * The tree is that of the shipped profile; an agency does not have the partnership's. A kind that is not in it stands for itself alone.
 */
export function kindsUnder(category: string): readonly string[] {
  const isUnder = (code: string | undefined): boolean =>
    code === category || (code !== undefined && isUnder(auVic.categories.get(code)?.parent));
  return [category, ...[...auVic.categories.keys()].filter((code) => code !== category && isUnder(code))];
}
