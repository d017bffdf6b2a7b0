// An agency as it would stand behind a bare gateway: the same tables, mapping and batching; no permit, no guard.
//
// One entity type an agency (`HarbourRecord` …), as federation is usually done, because the bare gateway has no exchange.
import { contractDocument } from '@accord/kit/contractDocument';
import { recordResolvers } from '@accord/kit/recordResolvers';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { Kind, parse, print, visit } from 'graphql';

const id = process.env.ACCORD_AGENCY;
const [{ [id]: mappingOf }, { openDatabase }] = await Promise.all([
  import(`@accord/${id}/agency`),
  import(`@accord/${id}/database`),
]);
const mapping = mappingOf(openDatabase(process.env.DATABASE_URL));
const recordType = `${id[0].toUpperCase()}${id.slice(1)}Record`;

const typeDefs = parse(
  print(
    visit(contractDocument(Object.keys(mapping.modules ?? {})), {
      SchemaExtension: () =>
        parse('extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])')
          .definitions[0],
      DirectiveDefinition: () => null,
      Directive: ({ name }) => (['key', 'link'].includes(name.value) ? undefined : null),
      Name: (node) => (node.value === 'AgencyRecord' ? { ...node, value: recordType } : undefined),
      FieldDefinition: (node) => (node.name.value.startsWith('_') ? null : undefined),
      ObjectTypeDefinition: {
        leave: (node) => {
          if (node.name.value === 'Agency') return null;
          if (node.name.value === recordType) return node;
          return { ...node, directives: [{ kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'shareable' } }] };
        },
      },
    }),
  ),
);
const { _id, _identity, _involvement, _needs, _alerts, ...fields } = recordResolvers(mapping);
const schema = buildSubgraphSchema([
  {
    typeDefs,
    resolvers: { [recordType]: { __resolveReference: (reference) => ({ number: reference.id }), ...fields } },
  },
]);
const server = new ApolloServer({
  schema,
  plugins: [ApolloServerPluginInlineTraceDisabled()],
  includeStacktraceInErrorResponses: false,
});
const { url } = await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: 0 },
  context: async () => ({ batch: { now: new Date() } }),
});
process.send({ url, sdl: print(typeDefs) });
process.once('disconnect', () => process.exit(0));
