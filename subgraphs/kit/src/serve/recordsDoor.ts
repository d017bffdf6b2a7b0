import { takesHeader } from '@accord/contract/bundle';
import type { RouteHandlerMethod } from 'fastify';
import { ownRecords } from '../guard/ownRecords.ts';
import type { PermitGate } from '../guard/permitGate.ts';
import { readMessage } from '../guard/readMessage.ts';
import { ColumnsRead } from '../mapping/ColumnsRead.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { answerBundle } from './answerBundle.ts';
import type { AnswerOperation } from './answerOperations.ts';
import { bytesOf } from './bytesOf.ts';
import type { Doorkeeper } from './doorkeeper.ts';
import { questionOf } from './questionOf.ts';
import { refusalOf } from './refusalOf.ts';

type Given = Readonly<{
  mapping: Mapping;
  keeper: Doorkeeper;
  gate: PermitGate;
  answerOperation: AnswerOperation;
  /** What this program accepts beyond the contract, sent with every answer. */
  takes: string;
}>;

/** `POST /graphql`: one operation, or a bundle of them, under one permit. */
export function recordsDoor({ mapping, keeper, gate, answerOperation, takes }: Given): RouteHandlerMethod {
  const columns = new ColumnsRead();
  return async (request, reply) => {
    reply.header(takesHeader, takes);
    const now = keeper.clock();
    const body = bytesOf(request.body);
    const admission = await gate(request.headers.authorization, body, now);
    if (admission.kind === 'REFUSED') return keeper.turnAway(reply, admission, 'RECORDS');
    const message = readMessage(body);
    if (message.kind === 'REFUSED') return keeper.turnAway(reply, message, 'RECORDS');
    const { permit } = admission;
    const asked = message.kind === 'SINGLE' ? [message.operation] : message.operations;
    for (const one of asked) if (one.kind === 'REFUSED') await keeper.noteRefusal(one, 'RECORDS');
    const question = questionOf(asked.flatMap((one) => (one.kind === 'OPERATION' ? [one.document] : [])));
    const given = { permit, door: 'RECORDS', now, operations: asked.length } as const;
    const answer = await keeper.charge.answer(given, (releases, told) =>
      columns.answer(question, now, (batch) => {
        // One batch for the whole message: what several operations of a bundle need is loaded once.
        const isTheirs = ownRecords(mapping, permit.requester, batch);
        const context = { releases, isTheirs, batch, ...(told && { told }) };
        return message.kind === 'SINGLE'
          ? answerOperation(message.operation, context)
          : answerBundle(message.operations, (operation) => answerOperation(operation, context), refusalOf);
      }),
    );
    return keeper.send(reply, answer);
  };
}
