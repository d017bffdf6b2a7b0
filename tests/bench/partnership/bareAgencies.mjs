// The same agencies as they would run behind a bare gateway, all in one process: the same tables, mapping and batching; no permit, no
// guard. Each agency has its own entity type (`Agency001Record` …), as is usual in federation, because the bare gateway has no exchange.

import { createServer } from 'node:http';
import { harbour } from '@accord/harbour/agency';
import { openDatabase } from '@accord/harbour/database';
import { recordResolvers } from '@accord/kit/serve/recordResolvers';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { print } from 'graphql';
import { bareDocument, everything } from './bareDocument.mjs';
import { recordType } from './recordType.mjs';
import { replaying } from './replaying.mjs';

const json = new HeaderMap([['content-type', 'application/json']]);

/** A plain server whose idle connections stay open while something else is measured. */
function listen(answer) {
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      const text = await answer(Buffer.concat(chunks).toString());
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(text);
    });
  });
  server.keepAliveTimeout = 3_600_000;
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
  });
}

async function serve({ id, database }) {
  const mapping = { ...harbour(openDatabase(database, { statementMs: 60_000 })), id };
  const type = recordType(id);
  const typeDefs = bareDocument(mapping, type);
  const { _id, _identity, _involvement, _needs, _alerts, ...fields } = recordResolvers(mapping);
  const __resolveReference = (reference) => ({ number: reference.id });
  const server = new ApolloServer({
    schema: buildSubgraphSchema([{ typeDefs, resolvers: { [type]: { __resolveReference, ...fields } } }]),
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
  await server.start();
  const url = await listen(async (body) => {
    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: json, search: '', body: JSON.parse(body) },
      context: async () => ({ batch: { now: new Date() }, releases: everything }),
    });
    return answer.body.string;
  });
  return { id, url: replay ? `${await replaying(url)}/` : url, sdl: print(typeDefs) };
}

const { urls, replay } = JSON.parse(process.env.ACCORD_AGENCIES);
process.send({ agencies: await Promise.all(urls.map(serve)) });
process.once('disconnect', () => process.exit(0));
