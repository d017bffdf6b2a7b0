import type { Told } from './Messages.ts';
import type { SourceState } from './Sources.ts';
import { idKey } from './shapeOf.ts';

type Json = Record<string, unknown>;

/** What came of one agency, by the id that was asked; `state` where something did not. */
export type Gathered = Readonly<{ answer: ReadonlyMap<string, Json>; state: SourceState | undefined }>;

const nothing = (state: SourceState): Gathered => ({ answer: new Map(), state });

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads an agency's answer. Entities are taken by the id they carry, never by their place; one that carries no id, or one that
 * was not asked, is left behind. Error texts are not read.
 */
export function gather(told: Told, asked: ReadonlySet<string>): Gathered {
  if (told.kind === 'TIMED_OUT' || told.kind === 'UNREACHABLE') return nothing(told.kind);
  if (told.kind === 'TOO_LARGE') return nothing('INVALID');
  if (told.status === 401 || told.status === 403) return nothing('REFUSED');
  // Its own limits, or its own decision to answer nobody now: which of them is the agency's business.
  if (told.status === 429 || told.status === 503) return nothing('UNREACHABLE');
  const answered = told.answer;
  const data = isObject(answered) ? answered.data : undefined;
  const entities = isObject(data) ? data._entities : undefined;
  if (told.status !== 200 || !Array.isArray(entities) || entities.length !== asked.size) return nothing('INVALID');

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
