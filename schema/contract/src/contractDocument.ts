import { type DefinitionNode, type DocumentNode, Kind, type ObjectTypeDefinitionNode, parse, print } from 'graphql';
import {
  type ContractSubgraph,
  type ContractVersion,
  coreSubgraph,
  type ModuleName,
  moduleSubgraph,
} from './subgraphs.ts';

/** What an agency serves: a version of the contract, some of that version's modules, and the partnership's own modules. */
export type Served = Readonly<{
  version: ContractVersion;
  modules: readonly ModuleName[];
  own?: readonly ContractSubgraph[];
}>;

/**
 * Returns one document with the contract's core and the modules an agency declares, as the agency serves it.
 *
 * To the hub each is a subgraph of its own and repeats what it shares with the others (scalars, directives, keys); here each
 * repeated definition is kept once. The fields a module adds to a type go into the type's definition rather than an extension,
 * so that labels on the type are found where the contract looks for them. Throws if two of them define the same name
 * differently.
 */
export function contractDocument({ version, modules, own = [] }: Served): DocumentNode {
  return [...modules.map((name) => moduleSubgraph(name, version)), ...own].reduce(
    joinModule,
    parse(coreSubgraph(version).sdl, { noLocation: true }),
  );
}

function joinModule(core: DocumentNode, module: ContractSubgraph): DocumentNode {
  const definitions = new Map(core.definitions.map((definition) => [nameOf(definition), definition]));
  for (const definition of parse(module.sdl, { noLocation: true }).definitions) {
    const name = nameOf(definition);
    const present = definitions.get(name);
    if (!present) definitions.set(name, definition);
    else definitions.set(name, join(present, definition, module.name));
  }
  return { kind: Kind.DOCUMENT, definitions: [...definitions.values()] };
}

function nameOf(definition: DefinitionNode): string {
  if (definition.kind === Kind.SCHEMA_EXTENSION || definition.kind === Kind.SCHEMA_DEFINITION) return 'schema';
  const name = 'name' in definition ? definition.name?.value : undefined;
  if (name === undefined) throw new Error(`The contract holds a ${definition.kind} without a name.`);
  return definition.kind === Kind.DIRECTIVE_DEFINITION ? `@${name}` : name;
}

function join(present: DefinitionNode, added: DefinitionNode, module: string): DefinitionNode {
  if (present.kind === Kind.SCHEMA_EXTENSION) return present;
  if (present.kind === Kind.OBJECT_TYPE_DEFINITION && added.kind === Kind.OBJECT_TYPE_DEFINITION)
    return joinTypes(present, added, module);
  const same = present.kind === added.kind && withoutDescription(present) === withoutDescription(added);
  if (!same) throw new Error(`The module "${module}" defines ${nameOf(added)} differently from the core.`);
  return present;
}

function joinTypes(
  present: ObjectTypeDefinitionNode,
  added: ObjectTypeDefinitionNode,
  module: string,
): ObjectTypeDefinitionNode {
  const fields = new Map((present.fields ?? []).map((field) => [field.name.value, field]));
  for (const field of added.fields ?? []) {
    const known = fields.get(field.name.value);
    if (known && withoutDescription(known) !== withoutDescription(field))
      throw new Error(
        `The module "${module}" defines ${added.name.value}.${field.name.value} differently from the core.`,
      );
    if (!known) fields.set(field.name.value, field);
  }
  const directives = new Map(
    [...(present.directives ?? []), ...(added.directives ?? [])].map((directive) => [print(directive), directive]),
  );
  return { ...present, fields: [...fields.values()], directives: [...directives.values()] };
}

function withoutDescription(node: DefinitionNode | NonNullable<ObjectTypeDefinitionNode['fields']>[number]): string {
  if (!('description' in node)) return print(node);
  const { description: _description, ...rest } = node;
  return print(rest);
}
