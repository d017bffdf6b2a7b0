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

/**
 * A value that the contract does not have: where it stands, what it is, and how it should be, as the end of a sentence. `needed`: null
 * cannot stand in its place.
 */
export type Misfit = Readonly<{ path: readonly string[]; value: unknown; rule: string; needed: boolean }>;

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
  const needed = isNonNullType(type);
  if (value === null || value === undefined)
    return needed ? [{ path, value, rule: 'nothing, where the contract needs a value', needed }] : [];
  const wanted = getNullableType(type);
  if (isListType(wanted))
    return Array.isArray(value)
      ? listMisfits(value, wanted.ofType, path, agreed)
      : [{ path, value, rule: 'something that is not a list', needed }];
  if (isObjectType(wanted))
    return typeof value === 'object'
      ? objectMisfits(value, wanted, path, agreed)
      : [{ path, value, rule: `something that is not of type ${wanted.name}`, needed }];
  const rule = isLeafType(wanted) ? leafRule(value, wanted, agreed) : null;
  return rule === null ? [] : [{ path, value, rule, needed }];
}

function listMisfits(
  value: readonly unknown[],
  type: GraphQLOutputType,
  path: readonly string[],
  agreed: ReadonlySet<string>,
): readonly Misfit[] {
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
            needed: true,
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
  value: object,
  type: GraphQLObjectType,
  path: readonly string[],
  agreed: ReadonlySet<string>,
): readonly Misfit[] {
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
      needed: false,
    })),
  ];
}

/** How a value breaks the rule of its type; null where it keeps it. */
function leafRule(value: unknown, type: GraphQLLeafType, agreed: ReadonlySet<string>): string | null {
  if (isEnumType(type)) {
    const names = type.getValues().map(({ name }) => name);
    return names.includes(String(value)) ? null : `a value that is not one of ${names.join(', ')}`;
  }
  if (value instanceof Date && type.name !== 'Date') return 'a Date object, where the contract has text';
  switch (type.name) {
    case 'Date':
      return typeof value === 'string' && isDay(value) ? null : 'a value that is not a date written YYYY-MM-DD';
    case 'CategoryCode':
      return typeof value === 'string' && isCategory(value) ? null : 'a kind of information the contract does not have';
    case 'AlertCode':
      return alertCodes.has(String(value)) || agreed.has(String(value))
        ? null
        : 'a code that is not an agreed alert category';
    case 'NeedCode':
      return needCodes.has(String(value)) ? null : 'a code that is not a national reason';
    default:
      return isSerializable(value, type) ? null : `a value that is not of type ${type.name}`;
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
