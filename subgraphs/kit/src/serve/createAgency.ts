import { takesBundles } from '@accord/contract/bundle';
import { freshExchangeKey, keyWord } from '@accord/contract/permitKey';
import { withoutSchemas } from '@accord/contract/withoutSchemas';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { print } from 'graphql';
import type { JWK } from 'jose';
import type { AuditBook } from '../audit/AuditBook.ts';
import { auditPrompts } from '../audit/auditPrompts.ts';
import { InputFault } from '../command/InputFault.ts';
import { orderGate, permitGate } from '../guard/permitGate.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { type PolicySource, withoutPolicy } from '../policy/policyFile.ts';
import type { RequestLog } from '../policy/RequestLog.ts';
import type { Prompts } from '../prompts/Prompts.ts';
import type { OwnBook } from '../writes/OwnBook.ts';
import { ownSections } from '../writes/ownSections.ts';
import type { AgencyLimits } from './AgencyLimits.ts';
import { agencySchema, modulesOf, servedDocument, versionOf } from './agencySchema.ts';
import { answerOperations } from './answerOperations.ts';
import { describeFault } from './describeFault.ts';
import { doorkeeper } from './doorkeeper.ts';
import { encodeDoor } from './encodeDoor.ts';
import { inCharge } from './inCharge.ts';
import { recordsDoor } from './recordsDoor.ts';
import { writesDoor } from './writesDoor.ts';

/** What an agency's server needs besides its mapping. */
export type AgencySettings = Readonly<{
  /** The hub's public key (Ed25519), or both keys while one replaces the other. Permits under any other key are refused. */
  hubKey: JWK | readonly JWK[];
  /** The partnership's linkage secret, which the hub does not have. */
  linkageSecret: Uint8Array;
  clock: () => Date;
  log: FastifyBaseLogger;
  /** What the agency itself withholds. If left out, the permits alone decide. */
  policy?: PolicySource;
  /** The agency's own log of requests. */
  requests?: RequestLog;
  /** The prompts that the agency's own audit has for its workers. If left out, there are none. */
  prompts?: Prompts;
  /**
   * What the agency's own audit published and found; prompts are made from it if `prompts` is left out. If this is left out
   * too, the agency has not been audited.
   */
  audits?: AuditBook;
  /** Where answers to prompts and alerts waiting for a lead are kept. If left out, neither is accepted. */
  book?: OwnBook;
  /** The limits that protect its database. If left out, there are none. */
  limits?: AgencyLimits;
  /** How long a request may take to arrive, in milliseconds; 15 seconds by default. */
  arrivalMs?: number;
}>;

/** Largest request body, in bytes. */
const bodyLimit = 4 * 1024 * 1024;
/** A permit travels in a header and names every record, so a whole caseload's permit would exceed Node's default of 16 KiB. */
const maxHeaderSize = 512 * 1024;
/** A request that has not fully arrived by then is cut off. Otherwise a slow sender could hold a connection for ever. */
const usualArrivalMs = 15_000;

/**
 * Creates an agency's subgraph as an HTTP server that is not listening yet: `listen` for the network, `inject` for tests.
 *
 * Two doors are behind the permit gate, `POST /graphql` and `POST /linkage/encode`; one is behind the gate for write
 * orders, `POST /writes`; two disclose nothing about anybody, `GET /health` and `GET /contract` (the SDL served, which is
 * the partnership's and not secret). Throws where the mapping cannot be served under the contract.
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
  const http = server(log, arrivalMs);
  if (mapping.writes?.approval === 'TEAM_LEADER' && !book)
    throw new InputFault(
      'Alerts here wait for a lead to approve them. Set ACCORD_OWN_BOOK to a file in which they are kept.',
    );
  const answerOperation = answerOperations(
    agencySchema(mapping, { ...ownSections(mapping, prompts, book), ...(audits && { audits }) }),
    http.log,
  );
  const own = freshExchangeKey();
  const gate = await permitGate({ agency: mapping.id, hubKey, own });
  const gateOfOrders = await orderGate({ agency: mapping.id, hubKey });
  http.addHook('onClose', () => audits?.close());

  const charge = inCharge({ agency: mapping.id, policy, requests, limits, log });
  const keeper = doorkeeper({ charge, clock, log });
  const takes = `${takesBundles}, ${keyWord(own)}`;
  http.post('/graphql', recordsDoor({ mapping, keeper, gate, answerOperation, takes }));
  http.post('/writes', writesDoor({ keeper, gate: gateOfOrders, mapping, prompts, book, log }));
  http.post('/linkage/encode', encodeDoor({ keeper, gate, linkageSecret }));
  // Announced in advance, so that nobody words an alert that would not be taken.
  openDoors(http, mapping, [...(mapping.writes ? ['alerts'] : []), ...(prompts && book ? ['answers'] : [])]);
  return http;
}

/** The server without its doors. */
function server(log: FastifyBaseLogger, arrivalMs: number): FastifyInstance {
  const http: FastifyInstance = fastify({
    bodyLimit,
    requestTimeout: arrivalMs,
    http: { maxHeaderSize, headersTimeout: arrivalMs, connectionsCheckingInterval: Math.ceil(arrivalMs / 3) },
    loggerInstance: log,
    schemaController: withoutSchemas,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
  });
  // Bodies stay bytes until the gate has checked them.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
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

/** Adds `GET /health` and `GET /contract`, which disclose nothing about anybody. */
function openDoors(http: FastifyInstance, mapping: Mapping, writes: readonly string[]): void {
  const version = versionOf(mapping);
  const modules = [...modulesOf(mapping), ...(mapping.ownModules ?? []).map(({ name }) => name)];
  http.get('/health', async () => ({
    status: 'ok',
    agency: mapping.id,
    contract: version,
    modules,
    writes,
    ...(mapping.extract && { extract: pick(mapping.extract()) }),
  }));
  // The exact text the partners agreed on; the hub reads it before it lets the agency join.
  const contract = { agency: mapping.id, version, modules, sdl: print(servedDocument(mapping)) };
  http.get('/contract', async () => contract);
}

const pick = ({ asOf, open }: Readonly<{ asOf: Date | null; open: boolean }>) => ({ asOf, open });

function statusOf(error: unknown): number {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
