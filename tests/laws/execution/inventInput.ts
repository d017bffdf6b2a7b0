import { type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { Choices } from '../../lib/Choices.ts';

/** A value as it is written in a document, and as it is sent for a variable. */
export type Input = Readonly<{ text: string; value: unknown }>;

/** Beyond this depth, input objects contain only their required fields. */
const deepest = 3;

/**
 * A value of any input type, drawn from the choices: nulls where allowed, enums, lists, one item in place of a list, and nested
 * input objects. `instead` may put something else (a variable) in any place.
 */
export function inventInput(
  choices: Choices,
  type: GraphQLInputType,
  instead: (type: GraphQLInputType) => Input | undefined = () => undefined,
  left = deepest,
): Input {
  if (isNonNullType(type)) return inventValue(choices, type.ofType, instead, left);
  return choices.chance(10) ? { text: 'null', value: null } : inventValue(choices, type, instead, left);
}

function inventValue(
  choices: Choices,
  type: GraphQLInputType,
  instead: (type: GraphQLInputType) => Input | undefined,
  left: number,
): Input {
  const inner = (below: GraphQLInputType): Input => instead(below) ?? inventInput(choices, below, instead, left - 1);
  if (isListType(type)) {
    // One item stands for a list of one.
    if (choices.chance(10)) return inner(type.ofType);
    const items = Array.from({ length: choices.below(3) }, () => inner(type.ofType));
    return { text: `[${items.map(({ text }) => text).join(', ')}]`, value: items.map(({ value }) => value) };
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
      .filter((field) => isNonNullType(field.type) || (left > 0 && choices.chance(40)))
      .map((field) => [field.name, inner(field.type)] as const);
    return {
      text: `{ ${fields.map(([name, { text }]) => `${name}: ${text}`).join(', ')} }`,
      value: Object.fromEntries(fields.map(([name, { value }]) => [name, value])),
    };
  }
  if (isEnumType(type)) {
    const { name } = choices.pick(type.getValues());
    return { text: name, value: name };
  }
  const value = leafOf(choices, type.toString());
  return { text: JSON.stringify(value).replace(/"(\w+)":/g, '$1:'), value };
}

function leafOf(choices: Choices, type: string): unknown {
  switch (type) {
    case 'Int':
      return choices.below(3);
    case 'Boolean':
      return choices.chance(50);
    case 'Raw':
      return choices.pick<unknown>([{ any: { thing: 1 } }, [1, 'two'], 'raw', 0]);
    default:
      return choices.pick(['one', 'two', '']);
  }
}
