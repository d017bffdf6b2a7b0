import { type Authority, authorityOf, isOwnWord } from './authorityOf.ts';
import type { LapseReason } from './Decision.ts';
import type { Consent, Facts, Person, PersonId } from './Facts.ts';
import { hasBegun, hasEnded, startOf } from './instants.ts';
import { personIn } from './personIn.ts';
import { supersedes } from './supersedes.ts';

/** One consent and how far it counts now. What it opens and what it closes can end at different times. */
export type StandingConsent = Readonly<{
  consent: Consent;
  /** Whether what it permits is in force and, if not, why. REPLACED: a parent's, once the mature minor has spoken. */
  opening: 'LIVE' | 'REPLACED' | LapseReason;
  /** Whether what it refuses or excepts is in force. */
  closes: boolean;
}>;

/**
 * Returns the consents about one person that count, or would if they were in force. Leaves out drafts, mistakes, and anything a
 * later consent replaced, even if that later one has itself been replaced.
 *
 * Consent rules, order 4. Cost: O(consents given), times those of this person's that name others in `supersedes`.
 */
export function consentsOf(facts: Facts, id: PersonId, at: number, timeZone: string): readonly StandingConsent[] {
  const person = personIn(facts.people, id);
  const judged = (facts.consents ?? [])
    .filter(({ subject, status }) => subject === id && status !== 'draft' && status !== 'entered-in-error')
    .map((consent) => judge(consent, person, at, timeZone));
  const heard = afterOwnWord(judged, person);
  const replacing = heard.filter(({ consent }) => (consent.supersedes ?? []).length > 0);
  const standing = heard.filter(({ consent }) => consent.status !== 'superseded');
  return standing.filter(
    ({ consent }) =>
      !replacing.some((later) => supersedes(later.consent, consent, later.authority, person, at, timeZone)),
  );
}

type Judged = StandingConsent & Readonly<{ authority: Authority; begun: boolean }>;

function judge(consent: Consent, person: Person | undefined, at: number, timeZone: string): Judged {
  const authority = authorityOf(consent, person, at, timeZone);
  const begun = hasBegun(consent.effective, at, timeZone);
  const ended = hasEnded(consent.effective, at, timeZone);
  const withdrawn = consent.withdrawnAt !== undefined && at >= startOf(consent.withdrawnAt, timeZone);
  return {
    consent,
    authority,
    begun,
    opening: openingOf({ withdrawn, ended, authority, begun }),
    // INVARIANT: withdrawing never opens anything, unless what is withdrawn is a refusal. Someone who takes back "all but my
    // mental health" has not asked for their mental health to be shared under another form.
    closes: begun && !ended && authority === 'HELD' && !(withdrawn && consent.status === 'refused'),
  };
}

type Circumstances = Readonly<{ withdrawn: boolean; ended: boolean; authority: Authority; begun: boolean }>;

/** The most informative reason first, where one consent fails in several ways. */
function openingOf({ withdrawn, ended, authority, begun }: Circumstances): StandingConsent['opening'] {
  if (withdrawn) return 'WITHDRAWN';
  if (ended) return 'EXPIRED';
  if (authority !== 'HELD') return authority;
  return begun ? 'LIVE' : 'NOT_YET';
}

/**
 * Replaces the parents' consents with a mature minor's own word, where there is one.
 *
 * A yes remains their word after they withdraw it or it runs out: taking it back must not hand the matter to a parent. A no
 * counts while it is in force, and leaves closed what a parent closed, so that a refusal never opens anything.
 */
function afterOwnWord(judged: readonly Judged[], person: Person | undefined): readonly Judged[] {
  if (person?.matureMinor !== true) return judged;
  const own = judged.filter(({ consent }) => isOwnWord(consent));
  if (own.some(({ consent, begun }) => consent.status === 'active' && begun)) {
    return judged.filter((each) => !isParents(each));
  }
  if (!own.some(({ consent, closes }) => consent.status === 'refused' && closes)) return judged;
  return judged.map((each) => (isParents(each) ? { ...each, opening: 'REPLACED' } : each));
}

function isParents({ consent }: Judged): boolean {
  return consent.givenBy?.capacity === 'parent';
}
