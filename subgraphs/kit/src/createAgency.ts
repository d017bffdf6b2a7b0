import { contractVersion } from '@accord/contract/subgraphs';
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import type { JWK } from 'jose';
import { agencySchema, modulesOf } from './agencySchema.ts';
import { answerOperations } from './answerOperations.ts';
import { encodeSearch, parseEncodable } from './encodePerson.ts';
import type { Mapping } from './Mapping.ts';
import { permitGate, type Refusal } from './permitGate.ts';
import { readOperation } from './readOperation.ts';

/** What an agency is told beside its mapping. */
export type AgencySettings = Readonly<{
  /** The hub's public key (Ed25519): permits under any other are refused. */
  hubKey: JWK;
  /** The partnership's linkage secret, which the hub does not have. */
  linkageSecret: Uint8Array;
  clock: () => Date;
  log: FastifyBaseLogger;
}>;

/** Sentences that go with each refusal. Why exactly is in the agency's own log. */
const refusals: Readonly<Record<Refusal['code'], Readonly<{ status: number; message: string }>>> = {
  PERMIT_MISSING: { status: 401, message: 'This agency answers the hub only; a permit is needed.' },
  PERMIT_REFUSED: { status: 403, message: 'The permit was refused.' },
  OPERATION_REFUSED: { status: 403, message: 'This agency answers _entities and nothing else.' },
};

/** Largest request body, in bytes. */
const bodyLimit = 4 * 1024 * 1024;
/** A permit travels in a header and names every record: under Node's own 16 KiB a caseload's permit would be refused. */
const maxHeaderSize = 512 * 1024;

/**
 * An agency's subgraph as an HTTP server that is not listening yet: `listen` for the network, `inject` for tests.
 *
 * Three doors: `POST /graphql` and `POST /linkage/encode`, both behind the permit gate, and `GET /health`, which tells nothing about
 * anybody. Throws where the mapping cannot be served under the contract.
 */
export async function createAgency(
  mapping: Mapping,
  { hubKey, linkageSecret, clock, log }: AgencySettings,
): Promise<FastifyInstance> {
  const http: FastifyInstance = fastify({
    bodyLimit,
    http: { maxHeaderSize },
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
  });
  const operations = await answerOperations(agencySchema(mapping), http.log);
  const gate = await permitGate({ agency: mapping.id, hubKey });
  http.addHook('onClose', () => operations.stop());

  // Bodies stay bytes until the gate has judged them.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const turnAway = (reply: FastifyReply, { code, cause }: Refusal): FastifyReply => {
    log.warn({ code, cause }, 'A request was refused.');
    const { status, message } = refusals[code];
    return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
  };

  http.post('/graphql', async (request, reply) => {
    const now = clock();
    const body = bytesOf(request.body);
    const admission = await gate(request.headers.authorization, body, now);
    if (admission.kind === 'REFUSED') return turnAway(reply, admission);
    const operation = readOperation(body);
    if (operation.kind === 'REFUSED') return turnAway(reply, operation);
    const answer = await operations.answer(operation, { releases: admission.releases, batch: { now } });
    return reply.code(answer.status).type('application/json').send(answer.body);
  });

  // What is encoded is somebody's name: it is neither kept nor logged.
  http.post('/linkage/encode', async (request, reply) => {
    const body = bytesOf(request.body);
    const admission = await gate(request.headers.authorization, body, clock());
    if (admission.kind === 'REFUSED') return turnAway(reply, admission);
    const person = parseEncodable(body);
    if (!person) return reply.code(400).send({ errors: [{ message: 'Send given, family, dateOfBirth and sex.' }] });
    return encodeSearch(person, linkageSecret);
  });

  http.get('/health', async () => ({
    status: 'ok',
    agency: mapping.id,
    contract: contractVersion,
    modules: modulesOf(mapping),
  }));

  http.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ errors: [{ message: 'There is nothing here.' }] }),
  );
  http.setErrorHandler((error, _request, reply) => {
    const status = statusOf(error);
    if (status >= 500) log.error({ kind: error instanceof Error ? error.name : typeof error }, 'A request failed.');
    return reply.code(status).send({ errors: [{ message: 'The request could not be read.' }] });
  });
  return http;
}

const bytesOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array());

function statusOf(error: unknown): number {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
