import { BadInput } from '../BadInput.ts';
import { fieldsIn, type Input, itemsIn } from './elements.ts';

/** The extensions an element may have: for each of our names, its URL and the field that holds its value. */
export type KnownExtensions<Name extends string> = Readonly<
  Record<Name, Readonly<{ url: string; value: `value${string}` }>>
>;

/**
 * Returns the values of an element's extensions by name, in their order. Throws `BadInput`, with the place, for an extension
 * that is not in `known` or has another type of value.
 */
export function extensionsIn<Name extends string>(
  input: Input,
  known: KnownExtensions<Name>,
): Readonly<Record<Name, readonly Input[]>> {
  const names = Object.keys(known) as Name[];
  const found = Object.fromEntries(names.map((name): [Name, Input[]] => [name, []])) as Record<Name, Input[]>;
  for (const item of itemsIn(input)) {
    const name = names.find((each) => known[each].url === urlIn(item));
    if (name === undefined) throw new BadInput(item.path, 'is an extension that Accord does not know.');
    const field = known[name].value;
    const value = fieldsIn(item, ['url', field])[field];
    if (value !== undefined) found[name].push(value);
  }
  return found;
}

/** Returns the value of an extension that may occur only once. */
export function once(values: readonly Input[]): Input | undefined {
  const [first, second] = values;
  if (second !== undefined) throw new BadInput(second.path, 'is given twice.');
  if (first !== undefined && first.value === undefined) throw new BadInput(first.path, 'is missing.');
  return first;
}

function urlIn({ value }: Input): unknown {
  return typeof value === 'object' && value !== null && 'url' in value ? value.url : undefined;
}
