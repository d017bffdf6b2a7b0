import type { Category } from '../Category.ts';

/** A template for one sentence of a note, with every category it reveals, the main one first. */
export type Sentence = Readonly<{ text: string; about: readonly Category[] }>;

/** Returns sentences that all reveal the same categories. */
export function sentences(about: readonly Category[], texts: readonly string[]): readonly Sentence[] {
  return texts.map((text) => ({ text, about }));
}
