/**
 * The response header in which an agency lists, separated by commas, what it supports beyond what every contract version
 * requires.
 *
 * The hub learns this from each answer, so nobody has to keep a list of which agency runs which program.
 */
export const takesHeader = 'accord-takes';

/**
 * The word for "accepts bundles": `{ operations: [{ query, variables }, …] }` under one permit, answered by a list of
 * `BundledAnswer` in the same order.
 *
 * A bare list is refused: GraphQL servers with batching accept that form whether or not they announce anything.
 */
export const takesBundles = 'bundles';

/** The most operations allowed in one bundle. */
export const mostInBundle = 16;

/** Writes a bundle from operations that are already JSON text. */
export const bundleText = (operations: readonly string[]): string => `{"operations":[${operations.join(',')}]}`;

/** Returns the operations of a bundle as they were sent; undefined if it is not a bundle. */
export function operationsIn(sent: unknown): readonly unknown[] | undefined {
  const list: unknown =
    typeof sent === 'object' && sent !== null && !('query' in sent) ? Reflect.get(sent, 'operations') : undefined;
  return Array.isArray(list) ? list : undefined;
}

/** The result of one operation in a bundle: the status and answer it would have had on its own. */
export type BundledAnswer = Readonly<{ status: number; answer: unknown }>;

/** The words listed in the header. */
export const takenWords = (header: unknown): ReadonlySet<string> =>
  new Set(typeof header === 'string' ? header.split(',').map((word) => word.trim()) : []);

/** Reads the answer to a bundle of `operations` operations; undefined if it is not one. */
export function readBundledAnswers(value: unknown, operations: number): readonly BundledAnswer[] | undefined {
  if (!Array.isArray(value) || value.length !== operations) return undefined;
  const answers = value.flatMap((one: unknown): readonly BundledAnswer[] => {
    if (typeof one !== 'object' || one === null || !('status' in one) || !('answer' in one)) return [];
    return typeof one.status === 'number' ? [{ status: one.status, answer: one.answer }] : [];
  });
  return answers.length === operations ? answers : undefined;
}
