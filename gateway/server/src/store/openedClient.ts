import type { FactRow } from './facts.ts';
import type { GlassRow } from './glass.ts';
import type { JsonObject } from './JsonObject.ts';
import { withNamesTrimmed } from './withNamesTrimmed.ts';

export type LinkedRecord = Readonly<{ handle: string; agencyId: string; number: string }>;

export type OpenedConsent = Readonly<{
  id: string;
  clientId: string;
  status: string;
  body: JsonObject;
  recordedByAgency: string;
  recordedBy: string;
  recordedAt: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  words: string | null;
  language: string;
}>;

/** A fact that stands. Ended facts about a proxy are included, because consents they gave are reported as lapsed. */
export type OpenedFact = Pick<
  FactRow,
  'id' | 'kind' | 'body' | 'recordedByAgency' | 'recordedAt' | 'endedAt' | 'endedWhy'
> &
  Readonly<{
    /** For a proxy who is a client: what that client is said to be under the law. */
    personRoles: readonly string[] | null;
    /** Of a proxy who is a client: their id as it is now, whatever it was when this was put on file. */
    personNow: string | null;
  }>;

/** Emergency access that nobody has ended. Whether its time is up is for the reader's clock. */
export type OpenedGlass = Pick<
  GlassRow,
  'id' | 'agencyId' | 'brokenBy' | 'purpose' | 'reason' | 'categories' | 'handles' | 'until'
>;

/** Everything the hub knows of one person, at one instant. */
export type OpenedClient = Readonly<{
  /** The id that was asked for: the person's own, or one whose file became part of theirs. */
  asked: string;
  id: string;
  /** The epoch of the facts beside it. */
  epoch: number;
  /** Records that their agency has not removed. */
  records: readonly LinkedRecord[];
  /** All consents, even withdrawn ones: the rules need them to say why something is no longer permitted. */
  consents: readonly OpenedConsent[];
  facts: readonly OpenedFact[];
  glass: readonly OpenedGlass[];
}>;

/** SQL for a proxy's fact `f`: what the person is said to be under the law. */
export const rolesOfProxySql = `(SELECT json_agg(DISTINCT r.body ->> 'role') FROM fact r
          WHERE r.client_id = (SELECT COALESCE(p.merged_into, p.id) FROM client p WHERE p.id = f.body ->> 'person')
            AND r.kind = 'ROLE' AND r.ended_at IS NULL)`;

/** SQL columns for everything on file about the client `c`. */
export const wholeSql = `
    (SELECT json_agg(json_build_object('handle', r.handle, 'agencyId', r.agency_id, 'number', r.number) ORDER BY r.handle)
       FROM record r WHERE r.client_id = c.id AND r.removed_at IS NULL) AS records,
    (SELECT json_agg(json_build_object('id', s.id, 'clientId', s.client_id, 'status', s.status, 'body', s.body,
        'recordedByAgency', s.recorded_by_agency, 'recordedBy', s.recorded_by, 'recordedAt', s.recorded_at,
        'withdrawnAt', s.withdrawn_at, 'withdrawnBy', s.withdrawn_by, 'words', s.words, 'language', s.language)
        ORDER BY s.recorded_at, s.id)
       FROM consent s WHERE s.client_id = c.id) AS consents,
    (SELECT json_agg(json_build_object('id', f.id, 'kind', f.kind, 'body', f.body,
        'recordedByAgency', f.recorded_by_agency, 'recordedAt', f.recorded_at, 'endedAt', f.ended_at, 'endedWhy', f.ended_why,
        'personRoles', CASE f.kind WHEN 'PROXY' THEN ${rolesOfProxySql} END,
        'personNow', CASE f.kind WHEN 'PROXY'
          THEN (SELECT COALESCE(p.merged_into, p.id) FROM client p WHERE p.id = f.body ->> 'person') END)
        ORDER BY f.recorded_at, f.id)
       FROM fact f WHERE f.client_id = c.id AND (f.ended_at IS NULL OR f.kind = 'PROXY')) AS facts,
    (SELECT json_agg(json_build_object('id', g.id, 'agencyId', g.agency_id, 'brokenBy', g.broken_by,
        'purpose', g.purpose, 'reason', g.reason, 'categories', g.categories, 'handles', g.handles, 'until', g.until)
        ORDER BY g.at, g.id)
       FROM glass g WHERE g.client_id = c.id AND g.ended_at IS NULL) AS glass`;
/** SQL from the ids `asked` to the clients `c` they lead to. */
export const joinSql = 'JOIN client k ON k.id = asked.id JOIN client c ON c.id = COALESCE(k.merged_into, k.id)';

/** In JSON an instant is text. */
type AsText<T> = {
  [Key in keyof T]: T[Key] extends Date ? string : T[Key] extends Date | null ? string | null : T[Key];
};
export type OpenRow = Readonly<{
  asked: string;
  id: string;
  epoch: number;
  records: readonly LinkedRecord[] | null;
  consents: readonly AsText<OpenedConsent>[] | null;
  facts: readonly AsText<OpenedFact>[] | null;
  glass: readonly AsText<OpenedGlass>[] | null;
}>;

/** Converts a row into the form the rest of the hub reads. */
export function openedClient({ asked, id, epoch, records, consents, facts, glass }: OpenRow): OpenedClient {
  return {
    asked,
    id,
    epoch,
    records: records ?? [],
    consents: (consents ?? []).map((consent) => ({
      ...consent,
      body: withNamesTrimmed(consent.body),
      recordedAt: new Date(consent.recordedAt),
      withdrawnAt: instantOf(consent.withdrawnAt),
    })),
    facts: (facts ?? []).map((fact) => ({
      ...fact,
      body: fact.kind === 'BLOCK' ? withNamesTrimmed(fact.body) : fact.body,
      recordedAt: new Date(fact.recordedAt),
      endedAt: instantOf(fact.endedAt),
    })),
    glass: (glass ?? []).map((one) => ({ ...one, until: new Date(one.until) })),
  };
}

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
