import { BadInput } from '../BadInput.ts';
import { listOf, type Input as Plain } from '../Input.ts';

/** A piece of a FHIR resource, its path, and where to note what is passed over. */
export type Input = Plain & Readonly<{ leftOut: (path: string) => void }>;

const NAME = /^_?[A-Za-z][A-Za-z0-9]{0,63}$/;

/**
 * Returns the named elements of an object. Those in `idle` are passed over and noted: they say nothing about what may be
 * released. Any other element is refused by its path, including primitive extensions (`_status`) and `null`: what is not
 * understood could be a limit.
 */
export function fieldsIn<Name extends string>(
  input: Input,
  names: readonly Name[],
  idle: readonly string[] = [],
): Readonly<Record<Name, Input>> {
  const object = objectOf(input);
  const known: readonly string[] = names;
  for (const [key, value] of Object.entries(object)) {
    const path = NAME.test(key) ? `${input.path}.${key}` : input.path;
    if (value === null) throw new BadInput(path, 'is null, which FHIR does not allow.');
    if (known.includes(key)) continue;
    if (!idle.includes(key)) throw new BadInput(path, 'has no place in an Accord consent.');
    input.leftOut(path);
  }
  const field = (name: Name): Input => ({
    value: Object.hasOwn(object, name) ? object[name] : undefined,
    path: `${input.path}.${name}`,
    leftOut: input.leftOut,
  });
  return Object.fromEntries(names.map((name) => [name, field(name)])) as Record<Name, Input>;
}

/** Returns the items of a list. The list may be left out, but may not be empty. */
export function itemsIn(input: Input): readonly Input[] {
  if (input.value === undefined) return [];
  const items = listOf(input, (item) => ({ ...item, leftOut: input.leftOut }));
  if (items.length === 0) throw new BadInput(input.path, 'is an empty list, which FHIR does not allow.');
  return items;
}

/** Returns the only item of a list, or undefined if there is no list. Throws `BadInput` at a second item. */
export function onlyItemIn(input: Input, sentence: string): Input | undefined {
  const [first, second] = itemsIn(input);
  if (second !== undefined) throw new BadInput(second.path, sentence);
  return first;
}

/** Returns the system and code of a Coding. Its display is for people. */
export function codingOf(input: Input): Readonly<{ system: string; code: string; path: string }> {
  const { system, code } = fieldsIn(input, ['system', 'code', 'display']);
  const words = [system.value, code.value];
  const [first, second] = words;
  if (typeof first !== 'string' || typeof second !== 'string') {
    throw new BadInput(input.path, 'should have a system and a code.');
  }
  return { system: first, code: second, path: input.path };
}

/** Returns the only coding of a CodeableConcept. Several could differ in breadth, with no way to tell which was meant. */
export function conceptOf(input: Input): Readonly<{ system: string; code: string; path: string }> {
  const { coding } = fieldsIn(input, ['coding'], ['text']);
  const only = onlyItemIn(coding, 'is a second coding of the same concept. Accord accepts one.');
  if (only === undefined) throw new BadInput(input.path, 'has text but no code.');
  return codingOf(only);
}

export function objectOf({ value, path }: Plain): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput(path, 'should be an object.');
  return value as Record<string, unknown>;
}
