import fastify, { type FastifyInstance } from 'fastify';
import type { Said } from '../answer/Engine.ts';
import type { LogFault } from '../answer/FaultLog.ts';
import { faultAnswer } from '../answer/faultAnswer.ts';
import { type Joined, ownEngine } from '../answer/ownEngine.ts';
import { openPlanner } from '../execution/planner.ts';
import { keepDocuments } from '../limits/keepDocuments.ts';
import { type Limits, usualLimits } from '../limits/Limits.ts';
import { sendJson, takeJson } from './json.ts';
import { readAsked } from './readAsked.ts';

/** A supergraph over plain sources. */
export type Operations = Joined<undefined> & Readonly<{ logFault: LogFault; limits?: Partial<Limits> }>;

/**
 * The hub's front by itself: `POST /graphql` over a supergraph, with nobody's identity, consent or ledger. The benchmark of executors
 * measures the hub's own code by it. It listens to nobody until `listen`; throws where the supergraph cannot be read.
 */
export function serveOperations({ logFault, limits, ...joined }: Operations): FastifyInstance {
  const held = { ...usualLimits, ...limits };
  const engine = ownEngine(joined, { development: false, logFault, extensionsOf: () => ({}) });
  const read = keepDocuments(held, openPlanner(joined.supergraphSdl).api);
  const answer = async (body: unknown): Promise<Said> => {
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
