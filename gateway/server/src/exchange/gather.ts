import type { Reply } from './Messages.ts';
import type { SourceState } from './Sources.ts';
import { idKey } from './shapeOf.ts';

type Json = Record<string, unknown>;

/** What came from one agency, by the id it was asked about; `state` says why something is missing. */
export type Gathered = Readonly<{ answer: ReadonlyMap<string, Json>; state: SourceState | undefined }>;

const nothing = (state: SourceState): Gathered => ({ answer: new Map(), state });

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads an agency's answer. Entities are matched by the id they carry, never by position. An entity that carries no id, or one
 * that was not asked about, is dropped. Error texts are not read.
 */
export function gather(reply: Reply, asked: ReadonlySet<string>): Gathered {
  if (reply.kind === 'TIMED_OUT' || reply.kind === 'UNREACHABLE') return nothing(reply.kind);
  if (reply.kind === 'TOO_LARGE') return nothing('INVALID');
  if (reply.status === 401 || reply.status === 403) return nothing('REFUSED');
  // Its own limits, or its own decision to answer nobody for now: which of the two stays with the agency.
  if (reply.status === 429 || reply.status === 503) return nothing('UNREACHABLE');
  const answered = reply.answer;
  const data = isObject(answered) ? answered.data : undefined;
  const entities = isObject(data) ? data._entities : undefined;
  if (reply.status !== 200 || !Array.isArray(entities) || entities.length !== asked.size) return nothing('INVALID');

  const answer = new Map<string, Json>();
  let stray = false;
  for (const entity of entities) {
    if (entity === null) continue; // the agency has no such record: it looks like one with nothing in it
    const id: unknown = isObject(entity) ? entity[idKey] : undefined;
    if (isObject(entity) && typeof id === 'string' && asked.has(id)) answer.set(id, entity);
    else stray = true;
  }
  const partial = isObject(answered) && Array.isArray(answered.errors) && answered.errors.length > 0;
  return { answer, state: stray ? 'INVALID' : partial ? 'PARTIAL' : undefined };
}
