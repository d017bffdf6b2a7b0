import { isCategory } from '@accord/contract/labels';
import { alertTerms, needTerms } from '@accord/contract/vocabulary';
import {
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { isDay } from '../mapping/day.ts';

/** A value that the contract does not have: where it stands, what it is, and how it should be, as the end of a sentence. */
export type Misfit = Readonly<{ path: readonly string[]; value: unknown; rule: string }>;

const alertCodes: ReadonlySet<string> = new Set(alertTerms.map(({ code }) => code));
const needCodes: ReadonlySet<string> = new Set(needTerms.map(({ code }) => code));

/**
 * Everything about a section's value that does not fit its type in the contract. `agreed`: alert categories the partnership agreed on
 * since this version of the contract.
 */
export function misfitsOf(
  value: unknown,
  type: GraphQLOutputType,
  path: readonly string[] = [],
  agreed: ReadonlySet<string> = new Set(),
): readonly Misfit[] {
  if (value === null || value === undefined)
    return isNonNullType(type) ? [{ path, value, rule: 'nothing, where the contract needs a value' }] : [];
  const wanted = getNullableType(type);
  if (isListType(wanted)) return listMisfits(value, wanted.ofType, path, agreed);
  if (isObjectType(wanted)) return objectMisfits(value, wanted, path, agreed);
  const rule = isLeafType(wanted) ? leafRule(value, wanted, agreed) : null;
  return rule === null ? [] : [{ path, value, rule }];
}

function listMisfits(
  value: unknown,
  type: GraphQLOutputType,
  path: readonly string[],
  agreed: ReadonlySet<string>,
): readonly Misfit[] {
  if (!Array.isArray(value)) return [{ path, value, rule: 'something that is no list' }];
  const ids = value.map((item) => String(Reflect.get(Object(item), 'id')));
  const named = isObjectType(getNullableType(type)) && getObject(type)?.getFields().id !== undefined;
  return value.flatMap((item, nth) => [
    ...misfitsOf(item, type, [...path, String(nth)], agreed),
    ...(named && ids.indexOf(ids[nth] ?? '') < nth && Reflect.get(Object(item), 'id') != null
      ? [
          {
            path: [...path, String(nth), 'id'],
            value: ids[nth],
            rule: 'an id that another entry of the same record has',
          },
        ]
      : []),
  ]);
}

const getObject = (type: GraphQLOutputType): GraphQLObjectType | undefined => {
  const wanted = getNullableType(type);
  return isObjectType(wanted) ? wanted : undefined;
};

function objectMisfits(
  value: unknown,
  type: GraphQLObjectType,
  path: readonly string[],
  agreed: ReadonlySet<string>,
): readonly Misfit[] {
  if (typeof value !== 'object' || value === null) return [{ path, value, rule: `something that is no ${type.name}` }];
  const fields = type.getFields();
  const strange = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
  return [
    ...Object.entries(fields).flatMap(([name, field]) =>
      misfitsOf(Reflect.get(value, name), field.type, [...path, name], agreed),
    ),
    ...strange.map((name) => ({
      path: [...path, name],
      value: null,
      rule: `a field that ${type.name} does not have in the contract`,
    })),
  ];
}

/** How a value breaks the rule of its type; null where it keeps it. */
function leafRule(value: unknown, type: GraphQLLeafType, agreed: ReadonlySet<string>): string | null {
  if (isEnumType(type)) {
    const names = type.getValues().map(({ name }) => name);
    return names.includes(String(value)) ? null : `what is not one of ${names.join(', ')}`;
  }
  if (value instanceof Date && type.name !== 'Date') return 'a Date object, where the contract has text';
  switch (type.name) {
    case 'Date':
      return typeof value === 'string' && isDay(value) ? null : 'what is no day written YYYY-MM-DD';
    case 'CategoryCode':
      return typeof value === 'string' && isCategory(value) ? null : 'a kind of information the contract does not have';
    case 'AlertCode':
      return alertCodes.has(String(value)) || agreed.has(String(value)) ? null : 'what is no agreed alert category';
    case 'NeedCode':
      return needCodes.has(String(value)) ? null : 'what is no national reason';
    default:
      return isSerializable(value, type) ? null : `what is no ${type.name}`;
  }
}

function isSerializable(value: unknown, type: GraphQLLeafType): boolean {
  try {
    type.serialize(value);
    return true;
  } catch {
    return false;
  }
}
