// The peer: @apollo/server and @apollo/gateway as they come, over the bare agencies. No identity, consent, permits or ledger.
// The links are read from a hub's own database, in process, as the hub reads them.
process.env.APOLLO_TELEMETRY_DISABLED = '1';
const told = new Promise((resolve) => process.once('message', resolve)); // [{ id, url, sdl }]
const { ApolloGateway, LocalGraphQLDataSource, RemoteGraphQLDataSource } = await import('@apollo/gateway');
const { composeServices } = await import('@apollo/composition');
const { ApolloServer } = await import('@apollo/server');
const { startStandaloneServer } = await import('@apollo/server/standalone');
const { buildSubgraphSchema } = await import('@apollo/subgraph');
const { parse } = await import('graphql');
const { default: pg } = await import('pg');
const { recordType } = await import('./recordType.mjs');

const agencies = await told;
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });

const linkSdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { client(id: ID!): Client  caseload(worker: String!, first: Int!, after: String): [Client!]! }
  type Client { id: ID! ${agencies.map(({ id }) => `${id}: ${recordType(id)}`).join(' ')} }
  ${agencies.map(({ id }) => `type ${recordType(id)} @key(fields: "id", resolvable: false) { id: ID! }`).join('\n')}
`;
async function clients(name, where, values) {
  const text = `SELECT client_id, agency_id, number FROM record WHERE client_id IN (${where}) AND removed_at IS NULL ORDER BY client_id`;
  const { rows } = await pool.query({ name, text, values });
  const found = new Map();
  for (const { client_id, agency_id, number } of rows) {
    const client = found.get(client_id) ?? { id: client_id };
    client[agency_id] = { id: number };
    found.set(client_id, client);
  }
  return [...found.values()];
}
const caseload = `SELECT DISTINCT client_id FROM record
  WHERE agency_id = 'agency001' AND worker = $1 AND open AND removed_at IS NULL AND client_id > $2 ORDER BY client_id LIMIT $3`;
const links = buildSubgraphSchema({
  typeDefs: parse(linkSdl),
  resolvers: {
    Query: {
      client: async (_, { id }) => (await clients('client', '$1', [id]))[0] ?? null,
      caseload: (_, { worker, first, after }) => clients('caseload', caseload, [worker, after ?? '', first]),
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
