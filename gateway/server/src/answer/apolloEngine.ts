import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { GatewayInterface } from '../execution/ownGateway.ts';
import { documentRules } from './documentRules.ts';
import type { Engine, EngineParts } from './Engine.ts';
import { formatError, isBusy } from './faultAnswer.ts';
import type { Asked } from './Incoming.ts';
import { namedOperation } from './namedOperation.ts';
import { orderErrors } from './orderErrors.ts';

/** Runs Apollo Server over a gateway. Throws where the gateway cannot be loaded. */
export async function apolloEngine<Context extends object>(
  gateway: GatewayInterface,
  parts: EngineParts<Context> & Readonly<{ tokens: number }>,
): Promise<Engine<Context>> {
  const { development } = parts;
  const server = new ApolloServer<Context>({
    gateway,
    // Whether introspection is answered, and how broad a document may be, is decided for both engines alike (`documentRules`,
    // `checkDocument`).
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: parts.tokens },
    validationRules: [...documentRules(development)],
    plugins: [pluginOf(parts)],
    formatError: formatError(parts),
    stopOnTerminationSignals: false,
  });
  await server.start();
  return {
    async answer(asked, _read, context) {
      const response = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: httpRequest(asked),
        context: async () => context,
      });
      if (response.body.kind !== 'complete') throw new Error('The server answered in parts without being asked to.');
      const said = { status: response.status ?? 200, body: response.body.string };
      const passes = response.headers.get(busy);
      return passes === undefined ? said : { ...said, busy: JSON.parse(passes) };
    },
    // Apollo's gateway plans only when it answers, and loads a graph in one piece.
    prepare: async () => {},
    stop: () => server.stop(),
  };
}

/** A header of Apollo Server's answer that carries the temporary error; its headers never leave the hub. */
const busy = 'accord-busy';

/** Adds to an answer what the hub adds, at the points where Apollo Server allows it. */
function pluginOf<Context extends object>({ extensionsOf }: EngineParts<Context>): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, request }) {
          namedOperation(document, request.operationName);
        },
        async willSendResponse({ response: { body, http }, contextValue }) {
          if (body.kind !== 'single') return;
          const { singleResult: result } = body;
          if (result.errors) result.errors = orderErrors(result.errors);
          const passes = result.errors?.find(isBusy);
          if (passes) http.headers.set(busy, JSON.stringify(passes));
          const added = extensionsOf(contextValue);
          if (Object.keys(added).length > 0) result.extensions = { ...result.extensions, ...added };
        },
      };
    },
  };
}

const httpRequest = ({ query, operationName, variables }: Asked) => ({
  method: 'POST',
  headers: new HeaderMap([['content-type', 'application/json']]),
  search: '',
  body: { query, variables, ...(operationName !== undefined && { operationName }) },
});
