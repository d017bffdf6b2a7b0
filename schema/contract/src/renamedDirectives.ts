import { type DirectiveNode, Kind, parse, print, visit } from 'graphql';
import type { HouseFault } from './houseRules.ts';
import type { ContractSubgraph } from './subgraphs.ts';

const labelDefinition = 'directive @category(is: CategoryCode!) repeatable on OBJECT | FIELD_DEFINITION';

/**
 * House rule: directives are used under their own names, and `@category` is defined alike everywhere. Returns the faults, by
 * the name that is used.
 *
 * Labels and `@requires` are found by name. Under another name (`as: "@kind"`, `@contract__category`) they would be missed, and
 * what they label would be released without them.
 */
export function renamedDirectives({ name: subgraph, sdl }: ContractSubgraph): readonly HouseFault[] {
  const faults: HouseFault[] = [];
  const fault = (coordinate: string, message: string): void => {
    faults.push({ coordinate, message: `${message} (subgraph "${subgraph}")` });
  };
  visit(parse(sdl), {
    Directive(directive) {
      const name = directive.name.value;
      if (name === 'link') for (const alias of aliasesIn(directive)) fault(alias, 'renames what @link imports.');
      if (name.includes('__')) fault(`@${name}`, 'is used with its namespace. Import it and use its own name.');
    },
    DirectiveDefinition({ description: _description, ...definition }) {
      if (definition.name.value === 'category' && print(definition) !== labelDefinition)
        fault('@category', `is not defined as in the contract: ${labelDefinition}.`);
    },
  });
  return faults;
}

/** Returns what a `@link` renames: one of its imports, or all of them through a namespace. */
function aliasesIn({ arguments: given = [] }: DirectiveNode): readonly string[] {
  return given.flatMap(({ name, value }) => {
    if (name.value === 'as') return [value.kind === Kind.STRING ? value.value : print(value)];
    if (name.value !== 'import' || value.kind !== Kind.LIST) return [];
    return value.values.flatMap((imported) =>
      imported.kind === Kind.OBJECT
        ? imported.fields.flatMap((field) =>
            field.name.value === 'as' && field.value.kind === Kind.STRING ? [field.value.value] : [],
          )
        : [],
    );
  });
}
