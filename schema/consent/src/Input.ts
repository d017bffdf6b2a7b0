import { BadInput } from './BadInput.ts';
import { isDay, isInstant, type Span, type When } from './instants.ts';

/**
 * A value from outside and where it was found. Each reader below returns what its name says, or throws `BadInput` with the path
 * and a sentence. None repeats the value, which may be about a person.
 */
export type Input = Readonly<{
  value: unknown;
  path: string;
  /**
   * `CASE`: written to try out the rules, by the same person who reads the messages. So messages name its keys, and what is
   * left out is empty. Otherwise the input is to be put on file, and a key is treated like any other value: never repeated.
   */
  form?: 'CASE' | undefined;
}>;

/** Returns the named fields of an object. Any other field is refused: a misspelt limit must not vanish. */
export function fieldsOf<Name extends string>(input: Input, names: readonly Name[]): Readonly<Record<Name, Input>> {
  const object = objectIn(input);
  const known: readonly string[] = names;
  const unknown = Object.keys(object).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw input.form === 'CASE'
      ? new BadInput(stepTo(input.path, unknown), `is not known here; the known fields are ${names.join(', ')}.`)
      : new BadInput(input.path, `has a field that is not known here; the known ones are ${names.join(', ')}.`);
  }
  const field = (name: Name): Input => ({
    ...input,
    value: Object.hasOwn(object, name) ? object[name] : undefined,
    path: stepTo(input.path, name),
  });
  return Object.fromEntries(names.map((name) => [name, field(name)])) as Record<Name, Input>;
}

/**
 * Returns the keys and values of an object whose keys are ids. Outside a case the keys must not show, so paths count the
 * entries instead.
 */
export function entriesOf(input: Input): readonly (readonly [string, Input])[] {
  return Object.entries(objectIn(input)).map(([key, value], n) => [
    key,
    { ...input, value, path: input.form === 'CASE' ? stepTo(input.path, key) : `${input.path}[${n}]` },
  ]);
}

/** Returns undefined if the value is left out or null, otherwise what `read` makes of it. */
export function optional<T>(input: Input, read: (input: Input) => T): T | undefined {
  return input.value === undefined || input.value === null ? undefined : read(input);
}

/** Returns what `read` makes of it; in a case, `empty` if it is left out. */
export function needed<T>(input: Input, read: (input: Input) => T, empty: T): T {
  return input.form === 'CASE' ? (optional(input, read) ?? empty) : read(input);
}

/** A list of any length, each item read by `read`. */
export function listOf<T>(input: Input, read: (input: Input) => T): readonly T[] {
  if (!Array.isArray(input.value)) throw new BadInput(input.path, 'should be a list.');
  return input.value.map((value: unknown, n) => read({ ...input, value, path: `${input.path}[${n}]` }));
}

export function textOf({ value, path }: Input): string {
  if (typeof value !== 'string' || value.trim() === '') throw new BadInput(path, 'should be text, and not empty.');
  return value;
}

/** Returns the text, or undefined if it is blank. */
export function textIfAny({ value, path }: Input): string | undefined {
  if (typeof value !== 'string') throw new BadInput(path, 'should be text.');
  return value.trim() === '' ? undefined : value;
}

export function flagOf({ value, path }: Input): boolean {
  if (typeof value !== 'boolean') throw new BadInput(path, 'should be true or false.');
  return value;
}

/** Returns a reader that accepts exactly these words. */
export function oneOf<Word extends string>(words: readonly Word[]): (input: Input) => Word {
  return ({ value, path }) => {
    const word = words.find((each) => each === value);
    if (word === undefined) throw new BadInput(path, `should be one of ${words.join(', ')}.`);
    return word;
  };
}

export function dayOf({ value, path }: Input): string {
  if (typeof value !== 'string' || !isDay(value)) throw new BadInput(path, 'should be a day, YYYY-MM-DD.');
  return value;
}

export function whenOf({ value, path }: Input): When {
  if (typeof value === 'string' && (isDay(value) || isInstant(value))) return value;
  throw new BadInput(path, 'should be a day (YYYY-MM-DD) or an instant with its offset (2026-11-22T10:00:00+11:00).');
}

export function spanOf(input: Input): Span {
  const { from, to } = fieldsOf(input, ['from', 'to']);
  return { from: optional(from, whenOf), to: optional(to, whenOf) };
}

function objectIn({ value, path }: Input): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput(path, 'should be an object.');
  return value as Record<string, unknown>;
}

const stepTo = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
