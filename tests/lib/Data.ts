/** An answer of the graph. Tests choose its fields and assert what they expect of them. */
// biome-ignore lint/suspicious/noExplicitAny: every answer has another shape, and the test itself checks it.
export type Data = any;
