import type { RouteHandlerMethod } from 'fastify';
import type { PermitGate } from '../guard/permitGate.ts';
import { encodeSearch, parseEncodable } from '../sync/encodePerson.ts';
import { bytesOf } from './bytesOf.ts';
import type { Doorkeeper } from './doorkeeper.ts';

type Given = Readonly<{ keeper: Doorkeeper; gate: PermitGate; linkageSecret: Uint8Array }>;

/** `POST /linkage/encode`. The body contains somebody's name, so it is neither kept nor logged. */
export function encodeDoor({ keeper, gate, linkageSecret }: Given): RouteHandlerMethod {
  return async (request, reply) => {
    const body = bytesOf(request.body);
    const now = keeper.clock();
    const admission = await gate(request.headers.authorization, body, now);
    if (admission.kind === 'REFUSED') return keeper.turnAway(reply, admission, 'ENCODE');
    const person = parseEncodable(body);
    if (!person) return reply.code(400).send({ errors: [{ message: 'Send given, family, dateOfBirth and sex.' }] });
    const answer = await keeper.charge.answer({ permit: admission.permit, door: 'ENCODE', now }, async () => ({
      ...{ status: 200, body: JSON.stringify(encodeSearch(person, linkageSecret)) },
    }));
    return keeper.send(reply, answer);
  };
}
