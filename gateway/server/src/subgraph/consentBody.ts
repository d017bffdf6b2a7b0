import type { Rule } from '@accord/consent/Facts';
import { ordinaryCategories } from '@accord/consent/ordinaryCategories';
import type { Profile } from '@accord/consent/Profile';
import type { ConsentInput, ConsentPartInput } from '@accord/contract/generated/api';
import type { JsonObject } from '../store/JsonObject.ts';

/** Who gave it, in the form that the rules read. */
export type GivenBy = Readonly<{ person: string; capacity: string; authorityRef?: string }>;

/** Returns the fact in the form that the consent rules read: an opt-in consent, or a refusal of what is named. */
export function consentBody(input: ConsentInput, givenBy: GivenBy, now: Date, profile: Profile): JsonObject {
  const named = {
    ...partRule(input),
    // A yes that names no category opens the ordinary ones; a no that names none closes everything.
    ...(!input.refuse && !input.categories && { categories: ordinaryCategories(profile) }),
    ...(input.except && { except: input.except.map(partRule) }),
  };
  return {
    givenBy,
    base: 'deny',
    rule: input.refuse ? named : { except: [named] },
    effective: { from: input.from ?? now.toISOString(), ...(input.to && { to: input.to }) },
    ...(input.supersedes && { supersedes: input.supersedes }),
    evidence: evidenceBody(input),
  };
}

/** How it was given, in the form that the rules keep. */
export function evidenceBody({
  evidence,
  witness,
  noticeVersion,
  language,
}: Pick<ConsentInput, 'evidence' | 'witness' | 'noticeVersion' | 'language'>) {
  const kind = { SIGNED: 'signed', VERBAL: 'verbal', IN_PERSON: 'in-person' }[evidence];
  return { kind, ...(witness && { witness }), noticeVersion, language };
}

/** A part as a rule. Names are taken as they are said: with a stroke before or after it, a name that is left out would be nobody's. */
export const partRule = ({ agencies, users, purposes, categories, sources }: ConsentPartInput): Rule => ({
  ...(agencies && { agencies }),
  ...(users && { users: users.map((user) => user.trim()) }),
  ...(purposes && { purposes }),
  ...(categories && { categories }),
  ...(sources && { sources }),
});
