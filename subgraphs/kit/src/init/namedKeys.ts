import { camel, wordsIn } from '../database/wordsIn.ts';

const key = /compositeKey\(\{ (.+?) \}\)/g;

/** A written text with each key of several columns made once, under a name: its declarations, and the text that says the names. */
export function namedKeys(text: string): Readonly<{ declared: readonly string[]; text: string }> {
  const names = new Map<string, string>();
  const nameOf = (whole: string, columns: string): string => {
    const fields = columns.split(', ').map((column) => column.split(':')[0] ?? '');
    const name =
      names.get(whole) ?? camel(fields.flatMap((field, at) => [...(at > 0 ? ['and'] : []), ...wordsIn(field)]));
    names.set(whole, name);
    return name;
  };
  const named = text.replaceAll(key, nameOf);
  return { declared: [...names].map(([whole, name]) => `const ${name} = ${whole};`), text: named };
}
