import { type DefinitionNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';
import type { HouseFault } from './houseRules.ts';
import { allSubgraphs, type ContractSubgraph, moduleNames } from './subgraphs.ts';

/** What a module may be called: the name appears in plans, tables and settings. */
const namePattern = /^[a-z][a-zA-Z0-9]{1,29}$/;
const taken: ReadonlySet<string> = new Set(['agency', 'hub', ...moduleNames]);
/** The directives a module needs. Any other could move or hide the core's own fields. */
const allowed: ReadonlySet<string> = new Set(['link', 'composeDirective', 'key', 'category', 'freeText', 'deprecated']);
const sources: ReadonlySet<string> = new Set([
  'https://specs.apollo.dev/federation/v2.9',
  'https://accord.example/contract/v1.0',
]);

/**
 * House rules for a module that a partnership adds: it may add fields to `AgencyRecord` and define types of its own, and may
 * change nothing else. Returns the faults. Throws if the SDL does not parse.
 */
export function checkModuleRules(
  { name, sdl }: ContractSubgraph,
  others: readonly ContractSubgraph[],
): readonly HouseFault[] {
  const document = parse(sdl, { noLocation: true });
  return [
    ...(namePattern.test(name) && !taken.has(name)
      ? []
      : [
          {
            coordinate: `"${name}"`,
            message:
              'cannot be the name of a module. Use 2 to 30 letters and digits, starting with a lowercase letter, and no name that the contract already uses.',
          },
        ]),
    ...strangeDirectives(document),
    ...document.definitions.flatMap((definition) => ofDefinition(definition, typesOf([...allSubgraphs(), ...others]))),
    ...recordFaults(document),
  ];
}

/** The types that other subgraphs already define, except scalars, which are the same everywhere. */
function typesOf(subgraphs: readonly ContractSubgraph[]): ReadonlyMap<string, string> {
  return new Map(
    subgraphs.flatMap(({ name, sdl }) =>
      parse(sdl).definitions.flatMap((definition) =>
        'name' in definition &&
        definition.name &&
        definition.kind !== Kind.SCALAR_TYPE_DEFINITION &&
        definition.kind !== Kind.DIRECTIVE_DEFINITION
          ? [[definition.name.value, name] as const]
          : [],
      ),
    ),
  );
}

function ofDefinition(definition: DefinitionNode, elsewhere: ReadonlyMap<string, string>): readonly HouseFault[] {
  switch (definition.kind) {
    case Kind.SCHEMA_EXTENSION:
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.DIRECTIVE_DEFINITION:
      return [];
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const { value } = definition.name;
      const of = elsewhere.get(value);
      return value === 'AgencyRecord' || of === undefined
        ? []
        : [
            {
              coordinate: value,
              message: `is already a type of "${of}". A module adds fields to AgencyRecord and defines types of its own.`,
            },
          ];
    }
    default:
      return [
        {
          coordinate: 'name' in definition && definition.name ? definition.name.value : definition.kind,
          message: 'is not allowed in a module, which holds only types, enums, inputs and fields of AgencyRecord.',
        },
      ];
  }
}

function recordFaults({ definitions }: DocumentNode): readonly HouseFault[] {
  const types = definitions.filter((one) => one.kind === Kind.OBJECT_TYPE_DEFINITION);
  const record = types.find(({ name }) => name.value === 'AgencyRecord');
  const keyed = types.filter(
    ({ name, directives = [] }) => name.value !== 'AgencyRecord' && directives.some((one) => one.name.value === 'key'),
  );
  const keys = (record?.directives ?? []).filter((one) => one.name.value === 'key').map((one) => print(one));
  const backToRecords = types.flatMap((type) =>
    (type.fields ?? [])
      .filter((field) => /^\W*AgencyRecord\W*$/.test(print(field.type)))
      .map((field) => ({
        coordinate: `${type.name.value}.${field.name.value}`,
        message: 'returns a record. Only the hub knows which records there are.',
      })),
  );
  const added = (record?.fields ?? []).filter(({ name }) => name.value !== 'id');
  return [
    ...(added.length > 0 ? [] : [{ coordinate: 'AgencyRecord', message: 'gets no fields from this module.' }]),
    ...(keys.length === 1 && keys[0] === '@key(fields: "id")'
      ? []
      : [{ coordinate: 'AgencyRecord', message: 'needs @key(fields: "id"), no other key, and the field id: ID!.' }]),
    ...backToRecords,
    ...keyed.map(({ name }) => ({
      coordinate: name.value,
      message: 'has a @key. In a module, only AgencyRecord has one.',
    })),
    ...added
      .filter(({ name }) => name.value.startsWith('_'))
      .map(({ name }) => ({
        coordinate: `AgencyRecord.${name.value}`,
        message: 'begins with an underscore. Such names belong to the hub.',
      })),
  ];
}

function strangeDirectives(document: DocumentNode): readonly HouseFault[] {
  const faults: HouseFault[] = [];
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (!allowed.has(name.value))
        faults.push({ coordinate: `@${name.value}`, message: 'is not allowed in a module.' });
      const url = given.find((one) => one.name.value === 'url')?.value;
      if (name.value === 'link' && !(url?.kind === Kind.STRING && sources.has(url.value)))
        faults.push({ coordinate: '@link', message: `may only name ${[...sources].join(' or ')} in a module.` });
    },
  });
  return faults;
}
