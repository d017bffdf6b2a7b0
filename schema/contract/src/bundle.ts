/**
 * In this header of its answers an agency says what it takes beyond what every version of the contract has, as words with commas
 * between. It is learnt from each answer, so that no list has to be kept of who runs which program.
 */
export const takesHeader = 'accord-takes';

/**
 * It takes bundles: `{ operations: [{ query, variables }, …] }` under one permit, answered by a list of `BundledAnswer` in the same order. Not a
 * bare list, which is what servers take that batch whatever comes, and is refused.
 */
export const takesBundles = 'bundles';

/** Operations in one bundle, at most. */
export const mostInBundle = 16;

/** Writes a bundle out of operations that are JSON text already. */
export const bundleText = (operations: readonly string[]): string => `{"operations":[${operations.join(',')}]}`;

/** The operations of a bundle as they were sent; undefined where it is none. */
export function operationsIn(sent: unknown): readonly unknown[] | undefined {
  const list: unknown =
    typeof sent === 'object' && sent !== null && !('query' in sent) ? Reflect.get(sent, 'operations') : undefined;
  return Array.isArray(list) ? list : undefined;
}

/** What one operation of a bundle came to: the status and the answer it would have had alone. */
export type BundledAnswer = Readonly<{ status: number; answer: unknown }>;

/** The words of the header. */
export const takenWords = (header: unknown): ReadonlySet<string> =>
  new Set(typeof header === 'string' ? header.split(',').map((word) => word.trim()) : []);

/** Reads the answer to a bundle of so many operations; undefined where it is none. */
export function readBundledAnswers(value: unknown, operations: number): readonly BundledAnswer[] | undefined {
  if (!Array.isArray(value) || value.length !== operations) return undefined;
  const answers = value.flatMap((one: unknown): readonly BundledAnswer[] => {
    if (typeof one !== 'object' || one === null || !('status' in one) || !('answer' in one)) return [];
    return typeof one.status === 'number' ? [{ status: one.status, answer: one.answer }] : [];
  });
  return answers.length === operations ? answers : undefined;
}
