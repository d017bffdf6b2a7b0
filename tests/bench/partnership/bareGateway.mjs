// The gateway to compare with: @apollo/server and @apollo/gateway as they ship, over the bare agencies. No identity, consent, permits or
// ledger. It reads links from a hub's own database, in process, as the hub does.
process.env.APOLLO_TELEMETRY_DISABLED = '1';
const told = new Promise((resolve) => process.once('message', resolve)); // [{ id, url, sdl }]
const { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } = await import('@apollo/gateway');
const { composeServices } = await import('@apollo/composition');
const { ApolloServer } = await import('@apollo/server');
const { startStandaloneServer } = await import('@apollo/server/standalone');
const { buildSubgraphSchema } = await import('@apollo/subgraph');
const { parse } = await import('graphql');
const { openLinks } = await import('./links.mjs');
const { recordType } = await import('./recordType.mjs');

const agencies = await told;
const read = openLinks(process.env.DATABASE_URL);

const linkSdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { client(id: ID!): Client  caseload(worker: String!, first: Int!, after: String): [Client!]! }
  type Client { id: ID! ${agencies.map(({ id }) => `${id}: ${recordType(id)}`).join(' ')} }
  ${agencies.map(({ id }) => `type ${recordType(id)} @key(fields: "id", resolvable: false) { id: ID! }`).join('\n')}
`;
const links = buildSubgraphSchema({
  typeDefs: parse(linkSdl),
  resolvers: {
    Query: {
      client: (_, { id }) => read.client(id),
      caseload: (_, { worker, first, after }) => read.caseload(worker, first, after),
    },
  },
});
const composed = composeServices([
  { name: 'links', url: 'in-process', typeDefs: parse(linkSdl) },
  ...agencies.map(({ id, url, sdl }) => ({ name: id, url, typeDefs: parse(sdl) })),
]);
if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
const gateway = new ApolloGateway({
  supergraphSdl: composed.supergraphSdl,
  buildService: ({ name, url }) =>
    name === 'links' ? new LocalGraphQLDataSource(links) : new RemoteGraphQLDataSource({ url }),
});
const server = new ApolloServer({ gateway, includeStacktraceInErrorResponses: false });
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
process.send({ url });
process.once('disconnect', () => process.exit(0));
