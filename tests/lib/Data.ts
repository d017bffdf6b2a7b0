/** What the graph answered: read by tests, which ask for fields and say what they expect of them. */
// biome-ignore lint/suspicious/noExplicitAny: of each answer another shape, and the test itself is the check of it.
export type Data = any;
