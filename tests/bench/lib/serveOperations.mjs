import { faultAnswer } from '@accord/server/answer/faultAnswer';
import { ownEngine } from '@accord/server/answer/ownEngine';
import { openPlanner } from '@accord/server/execution/planner';
import { sendJson, takeJson } from '@accord/server/http/json';
import { readAsked } from '@accord/server/http/readAsked';
import { keepDocuments } from '@accord/server/limits/keepDocuments';
import { usualLimits } from '@accord/server/limits/Limits';
import fastify from 'fastify';

/**
 * The hub's front end alone: `POST /graphql` over a supergraph, without identity, consent or ledger. The benchmark of executors measures
 * the hub's own code with it. It does not listen until `listen` is called; throws if the supergraph cannot be read.
 */
export function serveOperations({ logFault, limits, ...joined }) {
  const held = { ...usualLimits, ...limits };
  const engine = ownEngine(joined, { development: false, logFault, extensionsOf: () => ({}) });
  const read = keepDocuments(held, openPlanner(joined.supergraphSdl).api);
  const answer = async (body) => {
    try {
      const { asked } = readAsked(body, []);
      const document = read(asked.query);
      document.check(asked.variables);
      return await engine.answer(asked, document, undefined);
    } catch (error) {
      return faultAnswer(error, logFault);
    }
  };
  const http = fastify({ bodyLimit: held.bodyBytes, logger: false });
  takeJson(http);
  http.post('/graphql', async (request, reply) => sendJson(reply, await answer(request.body)));
  return http;
}
