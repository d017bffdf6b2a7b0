import { BadInput } from './BadInput.ts';
import { isDay, isInstant, type Span, type When } from './instants.ts';

/**
 * A value from outside and where it was found. Each reader below returns what it claims to or throws `BadInput` with the
 * path and a sentence; none of them repeats the value, which may be about a person.
 */
export type Input = Readonly<{ value: unknown; path: string }>;

/** The named fields of an object. A field that is not named is refused: a misspelt limit must not vanish. */
export function fieldsOf<Name extends string>(input: Input, names: readonly Name[]): Readonly<Record<Name, Input>> {
  const object = objectIn(input);
  const known: readonly string[] = names;
  if (Object.keys(object).some((key) => !known.includes(key))) {
    throw new BadInput(input.path, `has a field that is not known here; the known ones are ${names.join(', ')}.`);
  }
  const field = (name: Name) => ({
    value: Object.hasOwn(object, name) ? object[name] : undefined,
    path: `${input.path}.${name}`,
  });
  return Object.fromEntries(names.map((name) => [name, field(name)])) as Record<Name, Input>;
}

/** Key and value of an object whose keys are ids. Paths count the entries, so as not to name the ids. */
export function entriesOf(input: Input): readonly (readonly [string, Input])[] {
  return Object.entries(objectIn(input)).map(([key, value], n) => [key, { value, path: `${input.path}[${n}]` }]);
}

/** Undefined for what is left out or null, otherwise what `read` makes of it. */
export function optional<T>(input: Input, read: (input: Input) => T): T | undefined {
  return input.value === undefined || input.value === null ? undefined : read(input);
}

/** A list of any length, each item read by `read`. */
export function listOf<T>(input: Input, read: (input: Input) => T): readonly T[] {
  if (!Array.isArray(input.value)) throw new BadInput(input.path, 'should be a list.');
  return input.value.map((value: unknown, n) => read({ value, path: `${input.path}[${n}]` }));
}

/** A list with something in it. An empty one could mean "any" or "none", so it is neither. */
export function filledListOf<T>(input: Input, read: (input: Input) => T): readonly T[] {
  const list = listOf(input, read);
  if (list.length === 0) throw new BadInput(input.path, 'should name at least one, or be left out.');
  return list;
}

export function textOf({ value, path }: Input): string {
  if (typeof value !== 'string' || value.trim() === '') throw new BadInput(path, 'should be text, and not empty.');
  return value;
}

export function flagOf({ value, path }: Input): boolean {
  if (typeof value !== 'boolean') throw new BadInput(path, 'should be true or false.');
  return value;
}

/** A reader that accepts exactly these words. */
export function oneOf<Word extends string>(words: readonly Word[]): (input: Input) => Word {
  return ({ value, path }) => {
    const word = words.find((each) => each === value);
    if (word === undefined) throw new BadInput(path, `should be one of ${words.join(', ')}.`);
    return word;
  };
}

/** A reader for codes of the profile. */
export function codeIn(codes: Readonly<{ has: (code: string) => boolean }>, profile: string): (input: Input) => string {
  return ({ value, path }) => {
    if (typeof value !== 'string' || !codes.has(value)) throw new BadInput(path, `is no code of profile ${profile}.`);
    return value;
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
