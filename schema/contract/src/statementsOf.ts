import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  print,
} from 'graphql';

/** What an SDL states for one coordinate: what it is, and the directives it carries, sorted. */
export type Statement = Readonly<{ is: string; carries: string }>;

/**
 * Returns everything an SDL states, by coordinate (`Alert.severity`, `AgencyRecord.alerts(status:)`, `Sex.FEMALE`, `@category`,
 * `schema`).
 *
 * Descriptions are left out: rewording or translating one does not change what was agreed. Order is left out too.
 */
export function statementsOf(document: DocumentNode): ReadonlyMap<string, Statement> {
  return new Map(document.definitions.flatMap(ofDefinition));
}

type Entry = readonly [coordinate: string, statement: Statement];

function ofDefinition(definition: DefinitionNode): readonly Entry[] {
  switch (definition.kind) {
    case Kind.SCHEMA_DEFINITION:
    case Kind.SCHEMA_EXTENSION:
      return [['schema', { is: 'schema', carries: carriedBy(definition.directives) }]];
    case Kind.DIRECTIVE_DEFINITION: {
      const { description: _description, ...rest } = definition;
      return [[`@${definition.name.value}`, { is: print(rest), carries: '' }]];
    }
    case Kind.SCALAR_TYPE_DEFINITION:
      return [[definition.name.value, { is: 'a scalar', carries: carriedBy(definition.directives) }]];
    case Kind.ENUM_TYPE_DEFINITION:
      return [
        [definition.name.value, { is: 'an enum', carries: carriedBy(definition.directives) }],
        ...(definition.values ?? []).map(
          (value): Entry => [
            `${definition.name.value}.${value.name.value}`,
            { is: 'a value', carries: carriedBy(value.directives) },
          ],
        ),
      ];
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const kind = definition.kind === Kind.INTERFACE_TYPE_DEFINITION ? 'an interface' : 'a type';
      const interfaces = (definition.interfaces ?? []).map(({ name }) => name.value).sort();
      const is = interfaces.length > 0 ? `${kind} implementing ${interfaces.join(' & ')}` : kind;
      const type = definition.name.value;
      return [
        [type, { is, carries: carriedBy(definition.directives) }],
        ...(definition.fields ?? []).flatMap((field) => ofField(type, field)),
      ];
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return [
        [definition.name.value, { is: 'an input', carries: carriedBy(definition.directives) }],
        ...(definition.fields ?? []).map(
          (field): Entry => [`${definition.name.value}.${field.name.value}`, ofInput(field)],
        ),
      ];
    default:
      return [[nameIn(definition), { is: print(definition), carries: '' }]];
  }
}

const ofField = (type: string, field: FieldDefinitionNode): readonly Entry[] => [
  [`${type}.${field.name.value}`, { is: print(field.type), carries: carriedBy(field.directives) }],
  ...(field.arguments ?? []).map(
    (argument): Entry => [`${type}.${field.name.value}(${argument.name.value}:)`, ofInput(argument)],
  ),
];

const ofInput = ({ type, defaultValue, directives }: InputValueDefinitionNode): Statement => ({
  is: defaultValue ? `${print(type)} = ${print(defaultValue)}` : print(type),
  carries: carriedBy(directives),
});

const carriedBy = (directives: readonly ConstDirectiveNode[] = []): string =>
  directives
    .map((directive) => print(directive))
    .sort()
    .join(' ');

const nameIn = (definition: DefinitionNode): string =>
  'name' in definition && definition.name ? definition.name.value : definition.kind;
