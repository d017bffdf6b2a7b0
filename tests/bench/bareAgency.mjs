// An agency as it would run behind a bare gateway: the same tables, mapping and batching; no permit, no guard. Each agency has its own
// entity type (`HarbourRecord` …), as is usual in federation, because the bare gateway has no exchange.
import { createServer } from 'node:http';
import { ColumnsRead } from '@accord/kit/ColumnsRead';
import { questionOf } from '@accord/kit/serve/questionOf';
import { recordResolvers } from '@accord/kit/serve/recordResolvers';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, print, validate } from 'graphql';
import { bareDocument, everything } from './partnership/bareDocument.mjs';
import { recordType } from './partnership/recordType.mjs';

const id = process.env.ACCORD_AGENCY;
const [{ [id]: mappingOf }, { openDatabase }] = await Promise.all([
  import(`@accord/${id}/agency`),
  import(`@accord/${id}/database`),
]);
const mapping = mappingOf(openDatabase(process.env.DATABASE_URL));
const type = recordType(id);
const typeDefs = bareDocument(mapping, type);
const { _id, _identity, _involvement, _needs, _alerts, ...fields } = recordResolvers(mapping);
const schema = buildSubgraphSchema([
  {
    typeDefs,
    resolvers: { [type]: { __resolveReference: (reference) => ({ number: reference.id }), ...fields } },
  },
]);
const columns = process.env.ACCORD_BARE_COLUMNS && new ColumnsRead();
const questions = new Map();

/**
 * Call `end` when the answer is complete. With `ACCORD_BARE_COLUMNS`, tables load the columns that were read before, like a guarded
 * agency's; a question that reads more fails.
 */
function contextOf(query) {
  if (!columns) return { batch: { now: new Date() }, releases: everything, end: () => {} };
  const question = questions.get(query) ?? questionOf([parse(query)]);
  questions.set(query, question);
  let batch;
  let end;
  const ended = new Promise((resolve) => {
    end = resolve;
  });
  void columns.answer(question, new Date(), (given) => {
    batch ??= given;
    return ended;
  });
  return { batch, releases: everything, end };
}

const { url } = process.env.ACCORD_BARE === 'execute' ? await startExecute() : await startApollo();
process.send({ url, sdl: print(typeDefs) });
process.once('disconnect', () => process.exit(0));

async function startApollo() {
  const server = new ApolloServer({
    schema,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ...(columns
        ? [{ requestDidStart: async ({ contextValue }) => ({ willSendResponse: async () => contextValue.end() }) }]
        : []),
    ],
    includeStacktraceInErrorResponses: false,
  });
  return startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async ({ req }) => contextOf(req.body.query),
  });
}

/** The least a subgraph can do: graphql-js, with each document parsed once. */
async function startExecute() {
  const read = new Map();
  const documentOf = (query) => {
    const known = read.get(query) ?? parse(query, { noLocation: true });
    if (!read.has(query))
      validate(schema, known).forEach((fault) => {
        throw fault;
      });
    read.set(query, known);
    return known;
  };
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', async () => {
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
      const contextValue = contextOf(query);
      const answer = await execute({
        ...{ schema, document: documentOf(query), variableValues: variables },
        contextValue,
      });
      contextValue.end();
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/` };
}
