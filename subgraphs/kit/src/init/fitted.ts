/** The most characters in a line of a written file, as in the project's own files. */
const width = 120;

/**
 * The text of a TypeScript file, with long lines broken the way the project's formatter breaks them. It handles only what
 * `init` writes: comments, a function whose body is one call or one conditional, calls with one object as argument, and
 * finding the first row that passes a test.
 */
export const fitted = (text: string): string => text.split('\n').flatMap(broken).join('\n');

function broken(line: string): readonly string[] {
  if (line.length <= width) return [line];
  const comment = /^(\s*(?:\/\/|\*) )(.*)$/.exec(line);
  if (comment) return wrapped(comment[1] ?? '', comment[2] ?? '');
  const [indent = ''] = /^\s*/.exec(line) ?? [];
  const choice = /^(\s*.+?) \? (.+) : (.+,)$/.exec(line);
  if (choice) return [`${choice[1]}`, `${indent}  ? ${choice[2]}`, `${indent}  : ${choice[3]}`];
  const arrow = /^(\s*\w+: \(\w+\) =>) (.+)$/.exec(line);
  if (arrow) return [arrow[1] ?? '', ...broken(`${indent}  ${arrow[2]}`)];
  const list = /^(\s*\w+: )\[(.+)\],$/.exec(line);
  if (list) return [`${list[1]}[`, ...partsOf(list[2] ?? '').map((part) => `${indent}  ${part},`), `${indent}],`];
  const first = /^(\s*\w+: \w+\()(\w+\.find\()(\(\w+\) =>) (.+)(\)\?\.\w+)\),$/.exec(line);
  if (first) return firstOf(indent, first);
  const brackets = /^(.*?)(\(\{|\{) (.+) (\}\)*)( from .+|[;,]?)$/.exec(line);
  if (!brackets) return [line];
  const [, before = '', open = '', inside = '', close = '', after = ''] = brackets;
  const parts = partsOf(inside).flatMap((part) => broken(`${indent}  ${part},`));
  return [`${before}${open}`, ...parts, `${indent}${close}${after}`];
}

function firstOf(indent: string, [, before = '', find = '', row = '', test = '', after = '']: RegExpExecArray) {
  const within = [`${indent}  ${find}${row} ${test}${after},`, `${indent}    ${row} ${test},`];
  const [short, long] = within.map((one) => one.length <= width);
  if (short) return [before, ...within.slice(0, 1), `${indent}),`];
  const tests = test.split(' && ').map((one) => `${indent}      ${one} &&`);
  const body = long ? within.slice(1) : [`${indent}    ${row}`, tests.join('\n').replace(/ &&$/, ',')];
  return [before, `${indent}  ${find}`, ...body, `${indent}  ${after},`, `${indent}),`];
}

function wrapped(start: string, text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(`${start}${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** The parts between commas, ignoring commas inside brackets and strings. */
function partsOf(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  let quote: string | null = null;
  for (const letter of text) {
    if (quote !== null) quote = letter === quote ? null : quote;
    else if (/['"`]/.test(letter)) quote = letter;
    else if (/[([{]/.test(letter)) depth++;
    else if (/[)\]}]/.test(letter)) depth--;
    if (letter === ',' && depth === 0 && quote === null) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
