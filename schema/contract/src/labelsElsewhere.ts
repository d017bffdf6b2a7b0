import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import type { HouseFault } from './houseRules.ts';
import { statedLabels } from './labels.ts';

type NamedSchema = Readonly<{ name: string; schema: GraphQLSchema }>;
/** The labels one source states for a coordinate: a subgraph, or an interface of its type. */
type Statement = Readonly<{ coordinate: string; by: string; labels: readonly string[] }>;

/**
 * House rule: a label stated for a type or field anywhere must be stated everywhere that type or field appears. Returns the
 * faults.
 *
 * The agencies and the hub each read labels only from the subgraph they serve, and only from object types. They would miss a
 * label that only another subgraph or an interface states, so every source counts, and a definition that lacks one of the
 * labels is refused.
 */
export function labelsElsewhere(schemas: readonly NamedSchema[]): readonly HouseFault[] {
  const own = schemas.flatMap(({ name, schema }) => statementsOf(schema, `subgraph "${name}"`));
  const inherited = schemas.flatMap(({ schema }) => inheritedFromInterfaces(schema));
  const statedOf = byCoordinate([...own, ...inherited]);
  return own.flatMap(({ coordinate, by, labels }) =>
    (statedOf.get(coordinate) ?? [])
      .filter((other) => other.by !== by)
      .flatMap((other) =>
        other.labels
          .filter((label) => !labels.includes(label))
          .map((label) => ({
            coordinate,
            message: `is labelled ${label} by ${other.by} but not by ${by}. Add @category(is: "${label}").`,
          })),
      ),
  );
}

function byCoordinate(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const found = new Map<string, Statement[]>();
  for (const statement of statements) {
    const same = found.get(statement.coordinate);
    if (same) same.push(statement);
    else found.set(statement.coordinate, [statement]);
  }
  return found;
}

function statementsOf(schema: GraphQLSchema, by: string): readonly Statement[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => [
      { coordinate: type.name, by, labels: statedLabels(type) },
      ...Object.values(type.getFields()).map((field) => ({
        ...{ coordinate: `${type.name}.${field.name}`, by, labels: statedLabels(field) },
      })),
    ]);
}

function inheritedFromInterfaces(schema: GraphQLSchema): readonly Statement[] {
  return Object.values(schema.getTypeMap())
    .filter(isInterfaceType)
    .flatMap((above) =>
      schema.getPossibleTypes(above).flatMap((type) => [
        { coordinate: type.name, by: `interface ${above.name}`, labels: statedLabels(above) },
        ...Object.values(above.getFields()).map((field) => ({
          ...{ coordinate: `${type.name}.${field.name}`, by: `interface ${above.name}`, labels: statedLabels(field) },
        })),
      ]),
    );
}
