import type { Random } from './random.ts';

/** The value of each `{word}` in a template. A word without a value is a mistake in the template. */
export type Slots = Readonly<Record<string, string>>;

/**
 * Returns the template with one of each `[this|that]` chosen and each `{word}` replaced.
 *
 * Choices may contain words but no further choices. Throws RangeError for a word without a value.
 */
export function fillTemplate(template: string, slots: Slots, random: Random): string {
  return template
    .replaceAll(/\[([^\]]*)\]/g, (_, choices: string) => random.pick(choices.split('|')))
    .replaceAll(/\{(\w+)\}/g, (_, word: string) => {
      const value = slots[word];
      if (value === undefined) throw new RangeError(`A template asks for "${word}", which has no value: ${template}`);
      return value;
    })
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ (?=[.,;:])/g, '')
    .trim();
}
