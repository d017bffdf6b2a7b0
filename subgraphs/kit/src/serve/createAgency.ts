import { takesBundles, takesHeader } from '@accord/contract/bundle';
import { freshExchangeKey, keyWord } from '@accord/contract/permitKey';
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import { print } from 'graphql';
import type { JWK } from 'jose';
import type { AuditBook } from '../audit/AuditBook.ts';
import { auditPrompts } from '../audit/auditPrompts.ts';
import { InputFault } from '../command/InputFault.ts';
import { ownRecords } from '../guard/ownRecords.ts';
import { orderGate, permitGate, type Refusal } from '../guard/permitGate.ts';
import { readMessage } from '../guard/readMessage.ts';
import { ColumnsRead } from '../mapping/ColumnsRead.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { type PolicySource, withoutPolicy } from '../policy/policyFile.ts';
import type { RequestEntry, RequestLog } from '../policy/RequestLog.ts';
import type { Prompts } from '../prompts/Prompts.ts';
import { encodeSearch, parseEncodable } from '../sync/encodePerson.ts';
import { answerWrite } from '../writes/answerWrite.ts';
import type { OwnBook } from '../writes/OwnBook.ts';
import { ownSections } from '../writes/ownSections.ts';
import { parseWrite } from '../writes/parseWrite.ts';
import type { AgencyLimits } from './AgencyLimits.ts';
import { agencySchema, modulesOf, servedDocument, versionOf } from './agencySchema.ts';
import { answerBundle } from './answerBundle.ts';
import { type Answer, answerOperations } from './answerOperations.ts';
import { describeFault } from './describeFault.ts';
import { gzipped } from './gzipped.ts';
import { inCharge } from './inCharge.ts';
import { questionOf } from './questionOf.ts';

/** What an agency is told beside its mapping. */
export type AgencySettings = Readonly<{
  /** The hub's public key (Ed25519), or both while one takes the place of another: permits under any other are refused. */
  hubKey: JWK | readonly JWK[];
  /** The partnership's linkage secret, which the hub does not have. */
  linkageSecret: Uint8Array;
  clock: () => Date;
  log: FastifyBaseLogger;
  /** What the agency itself keeps back; left out, it is the permits' to say. */
  policy?: PolicySource;
  /** The agency's own record of requests. */
  requests?: RequestLog;
  /** What the agency's own audit asks its workers; left out, there are no prompts. */
  prompts?: Prompts;
  /** What its own audit published, and found; where `prompts` are left out, they are made of it. Left out, it has not audited. */
  audits?: AuditBook;
  /** Where answers to prompts, and alerts that wait for a lead, are kept; left out, nothing is taken that would be kept there. */
  book?: OwnBook;
  /** What protects its database; left out, nothing does. */
  limits?: AgencyLimits;
  /** How long a request may take to come, in milliseconds; 15 seconds unless told otherwise. */
  arrivalMs?: number;
}>;

type Door = RequestEntry['door'];

/** Sentences that go with each refusal. Why exactly is in the agency's own log. */
const refusals: Readonly<Record<Refusal['code'], Readonly<{ status: number; message: string }>>> = {
  PERMIT_MISSING: { status: 401, message: 'This agency answers the hub only; a permit is needed.' },
  PERMIT_REFUSED: { status: 403, message: 'The permit was refused.' },
  KEY_UNKNOWN: { status: 421, message: 'The permit is under a key that this program does not have; sign it.' },
  OPERATION_REFUSED: { status: 403, message: 'This agency answers _entities and nothing else.' },
};

/** Largest request body, in bytes. */
const bodyLimit = 4 * 1024 * 1024;
/** A permit travels in a header and names every record: under Node's own 16 KiB a caseload's permit would be refused. */
const maxHeaderSize = 512 * 1024;
/** A request that has not come whole by then is cut off: one that trickles in would hold a connection for ever. */
const usualArrivalMs = 15_000;

/**
 * An agency's subgraph as an HTTP server that is not listening yet: `listen` for the network, `inject` for tests.
 *
 * Two doors behind the permit gate, `POST /graphql` and `POST /linkage/encode`; one behind a gate for write orders, `POST /writes`; two that tell nothing about anybody, `GET /health` and
 * `GET /contract` (the SDL served, which is the partnership's and no secret). Throws where the mapping cannot be served under the contract.
 */
export async function createAgency(
  mapping: Mapping,
  {
    hubKey,
    linkageSecret,
    clock,
    log,
    policy = withoutPolicy,
    requests,
    audits,
    prompts = audits && auditPrompts(mapping, audits),
    book,
    limits,
    arrivalMs = usualArrivalMs,
  }: AgencySettings,
): Promise<FastifyInstance> {
  const http: FastifyInstance = fastify({
    bodyLimit,
    requestTimeout: arrivalMs,
    http: { maxHeaderSize, headersTimeout: arrivalMs, connectionsCheckingInterval: Math.ceil(arrivalMs / 3) },
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
  });
  if (mapping.writes?.approval === 'TEAM_LEADER' && !book)
    throw new InputFault(
      'A lead approves alerts here, so they must wait somewhere. Set ACCORD_OWN_BOOK to a file for them.',
    );
  const answerOperation = answerOperations(
    agencySchema(mapping, { ...ownSections(mapping, prompts, book), ...(audits && { audits }) }),
    http.log,
  );
  const columns = new ColumnsRead();
  const own = freshExchangeKey();
  const takes = `${takesBundles}, ${keyWord(own)}`;
  const gate = await permitGate({ agency: mapping.id, hubKey, own });
  const gateOfOrders = await orderGate({ agency: mapping.id, hubKey });
  http.addHook('onClose', () => audits?.close());

  // Bodies stay bytes until the gate has judged them.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const charge = inCharge({ agency: mapping.id, policy, requests, limits, log });
  const noteRefusal = async (refusal: Refusal, door: Door): Promise<void> => {
    const { code, cause } = refusal;
    log.warn({ code, cause }, 'A request was refused.');
    await charge.refused(refusal, door, clock());
  };
  const turnAway = async (reply: FastifyReply, refusal: Refusal, door: Door): Promise<FastifyReply> => {
    await noteRefusal(refusal, door);
    return send(reply, refusalOf(refusal));
  };

  const send = async (reply: FastifyReply, { status, body, retryAfterSeconds }: Answer): Promise<FastifyReply> => {
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
    const sent = await gzipped(body, reply.request.headers['accept-encoding']);
    if (sent !== body) reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    return reply.code(status).type('application/json').send(sent);
  };

  http.post('/graphql', async (request, reply) => {
    reply.header(takesHeader, takes);
    const now = clock();
    const body = bytesOf(request.body);
    const admission = await gate(request.headers.authorization, body, now);
    if (admission.kind === 'REFUSED') return turnAway(reply, admission, 'RECORDS');
    const message = readMessage(body);
    if (message.kind === 'REFUSED') return turnAway(reply, message, 'RECORDS');
    const { permit } = admission;
    const asked = message.kind === 'SINGLE' ? [message.operation] : message.operations;
    for (const one of asked) if (one.kind === 'REFUSED') await noteRefusal(one, 'RECORDS');
    const question = questionOf(asked.flatMap((one) => (one.kind === 'OPERATION' ? [one.document] : [])));
    const answer = await charge.answer({ permit, door: 'RECORDS', now, operations: asked.length }, (releases, told) =>
      columns.answer(question, now, (batch) => {
        // One batch for all of them: what several operations of a bundle need is loaded once.
        const isTheirs = ownRecords(mapping, permit.requester, batch);
        const context = { releases, isTheirs, batch, ...(told && { told }) };
        return message.kind === 'SINGLE'
          ? answerOperation(message.operation, context)
          : answerBundle(message.operations, (operation) => answerOperation(operation, context), refusalOf);
      }),
    );
    return send(reply, answer);
  });

  // What is written is in the agency's own words about its own people: not logged, but what the mapping and the own book keep.
  http.post('/writes', async (request, reply) => {
    const body = bytesOf(request.body);
    const now = clock();
    const admission = await gateOfOrders(request.headers.authorization, body, now);
    if (admission.kind === 'REFUSED') return turnAway(reply, admission, 'WRITE');
    const { order } = admission;
    const asked = parseWrite(body, order.act, order.record);
    if (!asked) return reply.code(400).send({ errors: [{ message: 'The body is not what the order says.' }] });
    const { requester, record, id, until } = order;
    const permit = { requester, id, until, figures: false, releases: [{ records: [record], categories: [] }] };
    const answer = await charge.answer({ permit, door: 'WRITE', now }, (releases) =>
      answerWrite({ order, body: asked, releases, batch: { now } }, { mapping, prompts, book, log }),
    );
    return send(reply, answer);
  });

  // What is encoded is somebody's name: it is neither kept nor logged.
  http.post('/linkage/encode', async (request, reply) => {
    const body = bytesOf(request.body);
    const now = clock();
    const admission = await gate(request.headers.authorization, body, now);
    if (admission.kind === 'REFUSED') return turnAway(reply, admission, 'ENCODE');
    const person = parseEncodable(body);
    if (!person) return reply.code(400).send({ errors: [{ message: 'Send given, family, dateOfBirth and sex.' }] });
    const answer = await charge.answer({ permit: admission.permit, door: 'ENCODE', now }, async () => ({
      ...{ status: 200, body: JSON.stringify(encodeSearch(person, linkageSecret)) },
    }));
    return send(reply, answer);
  });

  const modules = [...modulesOf(mapping), ...(mapping.ownModules ?? []).map(({ name }) => name)];
  // Said before anybody words an alert that would not be taken.
  const writes = [...(mapping.writes ? ['alerts'] : []), ...(prompts && book ? ['answers'] : [])];
  http.get('/health', async () => ({
    status: 'ok',
    agency: mapping.id,
    contract: versionOf(mapping),
    modules,
    writes,
    ...(mapping.extract && { extract: pick(mapping.extract()) }),
  }));

  // What the partners agreed, word for word; the hub reads it before it lets the agency join.
  const contract = { agency: mapping.id, version: versionOf(mapping), modules, sdl: print(servedDocument(mapping)) };
  http.get('/contract', async () => contract);

  http.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ errors: [{ message: 'There is nothing here.' }] }),
  );
  http.setErrorHandler((error, _request, reply) => {
    const status = statusOf(error);
    if (status >= 500) log.error(describeFault(error), 'A request failed.');
    return reply.code(status).send({ errors: [{ message: 'The request could not be read.' }] });
  });
  return http;
}

/** What one who is turned away is answered. */
function refusalOf({ code }: Refusal): Answer {
  const { status, message } = refusals[code];
  return { status, body: JSON.stringify({ errors: [{ message, extensions: { code } }] }) };
}

const pick = ({ asOf, open }: Readonly<{ asOf: Date | null; open: boolean }>) => ({ asOf, open });

const bytesOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array());

function statusOf(error: unknown): number {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
