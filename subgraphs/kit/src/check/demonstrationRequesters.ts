import type { Viewer } from '@accord/consent/Ask';
import { auVic } from '@accord/consent/auVic';
import { categoriesOf } from '@accord/consent/categoriesOf';
import { compile } from '@accord/consent/compile';
import type { Consent, Facts } from '@accord/consent/Facts';
import { ordinaryCategories } from '@accord/consent/ordinaryCategories';
import type { Permit, Release, ReleaseBasis } from '@accord/contract/permit';

/** Somebody of the demonstration, and what is on file of the invented person they ask about. */
export type DemonstrationRequester = Readonly<{
  id: string;
  /** Who they are and on what they rely, as a sentence. */
  relyingOn: string;
  /** Kinds of information the rules release to them of a record of `agency`. */
  categories(agency: string, now: Date): ReadonlySet<string>;
  /** The permit that the hub would send for them. */
  permit(agency: string, record: string, now: Date): Permit;
}>;

const person = 'the-person';

type Asking = Readonly<{ viewer: Partial<Viewer>; purpose: string; role?: string; consented?: readonly string[] }>;

/**
 * The people for whom a preview is made: each relies on something else, from the client themself to somebody with nothing at all.
 * What they get is decided by the rules (`decide`) under the shipped profile, as at the hub.
 */
export const demonstrationRequesters: readonly DemonstrationRequester[] = [
  requester('alma', 'Alma, the person themself', { viewer: { self: person }, purpose: 'CLIENT_ACCESS' }),
  requester('mara', 'Mara, a housing worker elsewhere; the person agreed to what is needed to find a home', {
    viewer: { user: 'mara', agency: 'elsewhere', entity: ['ISE'] },
    purpose: 'SERVICE_COORDINATION',
    consented: ['IDENTITY', 'CONTACT', 'SERVICE_USE', 'HOUSING'],
  }),
  requester('kim', 'Kim, a health worker elsewhere; the person agreed to all but the sensitive kinds of information', {
    viewer: { user: 'kim', agency: 'elsewhere', entity: [] },
    purpose: 'SERVICE_COORDINATION',
    consented: ordinaryCategories(auVic),
  }),
  requester('tess', 'Tess, a family violence worker elsewhere; the law allows it where the person uses violence', {
    viewer: { user: 'tess', agency: 'elsewhere', entity: ['ISE', 'RAE'] },
    purpose: 'FV_PROTECTION',
    role: 'PERSON_USING_VIOLENCE',
  }),
  requester('omar', 'Omar, a worker elsewhere; nobody agreed to anything', {
    viewer: { user: 'omar', agency: 'elsewhere', entity: ['ISE'] },
    purpose: 'SERVICE_COORDINATION',
  }),
];

function requester(
  id: string,
  relyingOn: string,
  { viewer, purpose, role = 'CLIENT', consented }: Asking,
): DemonstrationRequester {
  const released = (agency: string, now: Date): ReadonlyMap<string, ReleaseBasis> => {
    const facts: Facts = consented ? { consents: [consentTo(consented, now)] } : {};
    const table = compile(
      facts,
      {
        viewer: { agencyWorksWith: [], ...viewer },
        purpose,
        subjects: [{ person, role }],
        at: now.toISOString(),
      },
      auVic,
    );
    return new Map(
      categoriesOf(auVic).flatMap((category) => {
        const { effect, reason } = table.answer({ category, source: agency, action: 'read' });
        const isOwnWord = reason.split('+').every((one) => ownWord.has(one));
        return effect === 'permit' ? [[category, isOwnWord ? 'CONSENT' : 'LAW'] as const] : [];
      }),
    );
  };
  return {
    ...{ id, relyingOn },
    categories: (agency, now) => new Set(released(agency, now).keys()),
    permit(agency, record, now) {
      const found = [...released(agency, now)];
      const ofBasis = (basis: ReleaseBasis): Release => ({
        records: [record],
        categories: found.flatMap(([category, own]) => (own === basis ? [category] : [])),
        basis,
      });
      return {
        requester: {
          ...{ user: id, purpose, agency: viewer.agency ?? 'elsewhere' },
          role: viewer.self === undefined ? 'PRACTITIONER' : 'CLIENT',
        },
        releases: [ofBasis('CONSENT'), ofBasis('LAW')],
        figures: false,
      };
    },
  };
}

/** As the hub has it: what stands on nothing but these is the person's own word. */
const ownWord: ReadonlySet<string> = new Set(['CONSENT', 'SELF']);

/** An opt-in form, signed today: it opens what it names and is silent about the rest. */
const consentTo = (categories: readonly string[], now: Date): Consent => ({
  id: 'the-form',
  subject: person,
  status: 'active',
  givenBy: { person, capacity: 'self' },
  base: 'deny',
  rule: { except: [{ categories }] },
  effective: { from: now.toISOString().slice(0, 10) },
  evidence: { kind: 'signed', noticeVersion: '1', language: 'en' },
});
