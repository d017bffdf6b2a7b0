import type { FastifyBaseLogger, RouteHandlerMethod } from 'fastify';
import type { OrderGate } from '../guard/permitGate.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import type { Prompts } from '../prompts/Prompts.ts';
import { answerWrite } from '../writes/answerWrite.ts';
import type { OwnBook } from '../writes/OwnBook.ts';
import { parseWrite } from '../writes/parseWrite.ts';
import { bytesOf } from './bytesOf.ts';
import type { Doorkeeper } from './doorkeeper.ts';

type Given = Readonly<{
  keeper: Doorkeeper;
  gate: OrderGate;
  mapping: Mapping;
  prompts: Prompts | undefined;
  book: OwnBook | undefined;
  log: FastifyBaseLogger;
}>;

/**
 * `POST /writes`, under a write order. The body is the agency's own words about its own people: nothing of it is logged;
 * only the mapping and the own book keep it.
 */
export function writesDoor({ keeper, gate, mapping, prompts, book, log }: Given): RouteHandlerMethod {
  return async (request, reply) => {
    const body = bytesOf(request.body);
    const now = keeper.clock();
    const admission = await gate(request.headers.authorization, body, now);
    if (admission.kind === 'REFUSED') return keeper.turnAway(reply, admission, 'WRITE');
    const { order } = admission;
    const asked = parseWrite(body, order.act, order.record);
    if (!asked) return reply.code(400).send({ errors: [{ message: 'The body is not what the order says.' }] });
    const { requester, record, id, until } = order;
    const permit = { requester, id, until, figures: false, releases: [{ records: [record], categories: [] }] };
    const answer = await keeper.charge.answer({ permit, door: 'WRITE', now }, (releases) =>
      answerWrite({ order, body: asked, releases, batch: { now } }, { mapping, prompts, book, log }),
    );
    return keeper.send(reply, answer);
  };
}
