// An agency's subgraph as it is without an exchange in front of it: its own entity type, and nothing that only the partnership needs.
import { servedDocument } from '@accord/kit/serve/agencySchema';
import { Kind, parse, print, visit } from 'graphql';

/** The document without labels and without the doubles that only the hub's merged fields read; `type` is the type of its records. */
export function bareDocument(mapping, type) {
  return parse(
    print(
      visit(servedDocument(mapping), {
        SchemaExtension: () =>
          parse('extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])')
            .definitions[0],
        DirectiveDefinition: () => null,
        Directive: ({ name }) => (['key', 'link'].includes(name.value) ? undefined : null),
        Name: (node) => (node.value === 'AgencyRecord' ? { ...node, value: type } : undefined),
        FieldDefinition: (node) => (node.name.value.startsWith('_') ? null : undefined),
        ObjectTypeDefinition: {
          leave: (node) => {
            if (node.name.value === 'Agency') return null;
            if (node.name.value === type) return node;
            return { ...node, directives: [{ kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'shareable' } }] };
          },
        },
      }),
    ),
  );
}

/** What a resolver asks a permit for. There is none, so everything may be disclosed, for all days. */
export const everything = { tells: () => true, days: { from: null, to: null } };
