// Runs one of our own variants of the gateways in `execution.mjs`; its name is the first argument.
process.env.APOLLO_TELEMETRY_DISABLED = '1';
const { Agent, Pool } = await import('undici');

const [kind] = process.argv.slice(2);
const { supergraphSdl, urls } = JSON.parse(process.env.ACCORD_SUPERGRAPH);

/** Sends requests to a subgraph over persistent connections. */
function poolTo(url) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 32 });
  return async (text) => {
    const { body } = await pool.request({
      method: 'POST',
      path: pathname,
      headers: { 'content-type': 'application/json' },
      body: text,
    });
    return body.json();
  };
}

/** Sends requests to a subgraph as the hub does to an agency. */
async function posterTo(url) {
  const { post } = await import('@accord/server/exchange/post');
  const dispatcher = new Agent({ connections: 32, pipelining: 1 });
  return async (body) => {
    const came = await post({
      ...{ url, headers: {}, body, deadlineMs: 10_000, maxAnswerBytes: 16 * 1024 * 1024, dispatcher },
    });
    if (came.kind !== 'ANSWERED') throw new Error(`${url} did not answer: ${came.kind}.`);
    return JSON.parse(came.body);
  };
}

/**
 * The hub's own front end over plain sources. `own`: separate fetches; `merged`: fetches of one plan that a subgraph can take together
 * become one request.
 */
async function own() {
  const { serveOperations } = await import('./lib/serveOperations.mjs');
  const posters = new Map();
  for (const [name, url] of Object.entries(urls)) posters.set(name, await posterTo(url));
  const sourceOf = (name) => {
    const ask = posters.get(name);
    return ({ body }) => ask(body);
  };
  const http = serveOperations({
    ...{ supergraphSdl, sourceOf, merges: () => kind === 'merged' },
    ...{ logFault: (error) => String(console.error(error)), limits: { cost: 1_000_000_000, fields: 10_000 } },
  });
  return `${await http.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
}

/** Apollo Server over Apollo's gateway. `pooled`: requests use the same pools as the hub's. */
async function apollo() {
  const { ApolloServer } = await import('@apollo/server');
  const { startStandaloneServer } = await import('@apollo/server/standalone');
  const server = new ApolloServer({ gateway: await gatewayOf(), includeStacktraceInErrorResponses: false });
  return (await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } })).url;
}

async function gatewayOf() {
  const { ApolloGateway } = await import('@apollo/gateway');
  if (kind === 'bare') return new ApolloGateway({ supergraphSdl });
  return new ApolloGateway({
    supergraphSdl,
    buildService: ({ url }) => {
      const ask = poolTo(url);
      return { process: ({ request: { query, variables } }) => ask(JSON.stringify({ query, variables })) };
    },
  });
}

process.send({ url: kind === 'own' || kind === 'merged' ? await own() : await apollo() });
// Exits normally, so that `--prof` writes its profile.
process.once('disconnect', () => process.exit(0));
