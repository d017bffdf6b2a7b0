import type { Category } from '../Category.ts';

/** A template of one sentence of a note, with every kind of information it gives away; the main one first. */
export type Sentence = Readonly<{ text: string; about: readonly Category[] }>;

/** Sentences that all hold the same kinds of information. */
export function sentences(about: readonly Category[], texts: readonly string[]): readonly Sentence[] {
  return texts.map((text) => ({ text, about }));
}
