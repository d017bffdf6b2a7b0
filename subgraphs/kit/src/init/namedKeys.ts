import { camel, wordsIn } from '../database/wordsIn.ts';

const key = /compositeKey\(\{ (.+?) \}\)/g;

/**
 * Gives each multi-column key in a written text a name, so that it is created only once: the declarations, and the text
 * that uses the names.
 */
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
