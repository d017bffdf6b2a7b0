import type { FastifyBaseLogger, FastifyReply } from 'fastify';
import type { Refusal } from '../guard/permitGate.ts';
import type { RequestEntry } from '../policy/RequestLog.ts';
import type { Answer } from './answerOperations.ts';
import { gzipped } from './gzipped.ts';
import type { InCharge } from './inCharge.ts';
import { refusalOf } from './refusalOf.ts';

type Door = RequestEntry['door'];
type Given = Readonly<{ charge: InCharge; clock: () => Date; log: FastifyBaseLogger }>;

/** What the doors of an agency's program share. */
export type Doorkeeper = Readonly<{
  charge: InCharge;
  clock: () => Date;
  /** Logs that a request was refused. */
  noteRefusal(refusal: Refusal, door: Door): Promise<void>;
  turnAway(reply: FastifyReply, refusal: Refusal, door: Door): Promise<FastifyReply>;
  send(reply: FastifyReply, answer: Answer): Promise<FastifyReply>;
}>;

export function doorkeeper({ charge, clock, log }: Given): Doorkeeper {
  const noteRefusal: Doorkeeper['noteRefusal'] = async (refusal, door) => {
    const { code, cause } = refusal;
    log.warn({ code, cause }, 'A request was refused.');
    await charge.refused(refusal, door, clock());
  };
  const send: Doorkeeper['send'] = async (reply, { status, body, retryAfterSeconds }) => {
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
    const sent = await gzipped(body, reply.request.headers['accept-encoding']);
    if (sent !== body) reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    return reply.code(status).type('application/json').send(sent);
  };
  const turnAway: Doorkeeper['turnAway'] = async (reply, refusal, door) => {
    await noteRefusal(refusal, door);
    return send(reply, refusalOf(refusal));
  };
  return { charge, clock, noteRefusal, turnAway, send };
}
