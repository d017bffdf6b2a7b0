import type { Random } from './random.ts';

/** What stands for `{word}` in a template; a word with no value is a mistake in the template. */
export type Slots = Readonly<Record<string, string>>;

/**
 * The template with one of each `[this|that]` chosen and each `{word}` replaced.
 *
 * Choices may hold words but no further choices. Throws RangeError for a word without a value.
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
