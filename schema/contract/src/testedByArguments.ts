import { type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import type { HouseFault } from './houseRules.ts';
import { carriesAbout, labelsOf } from './labels.ts';

/** Arguments that count what is released and test nothing about it. */
const paging: ReadonlySet<string> = new Set(['first', 'skip', 'after']);

/**
 * House rule: an argument that tests a labelled field inherits its labels. Returns the faults, by argument coordinate.
 *
 * An argument of a field under a record is named after the field it tests (`alerts(status:)` tests `Alert.status`), so that
 * what it tests is known. Items that carry `about` are judged whole before anything is tested. Elsewhere the field must carry
 * every label of what it tests; otherwise a caller could find out a withheld value by trial and error.
 */
export function testedByArguments(
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  carried: readonly string[],
): readonly HouseFault[] {
  const returned = getNamedType(field.type);
  return field.args
    .filter(({ name }) => !paging.has(name))
    .flatMap(({ name }): readonly HouseFault[] => {
      const coordinate = `${parent.name}.${field.name}(${name}:)`;
      const tested = isObjectType(returned) ? returned.getFields()[name] : undefined;
      if (!isObjectType(returned) || !tested)
        return [{ coordinate, message: `tests nothing that ${returned.name} has. Name it after the field it tests.` }];
      if (carriesAbout(returned)) return [];
      return labelsOf(returned, tested)
        .filter((label) => !carried.includes(label))
        .map((label) => ({
          coordinate,
          message: `tests ${label}, but the field does not say so. Add @category(is: "${label}").`,
        }));
    });
}
