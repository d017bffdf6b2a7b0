import type {
  QueryConsentEffectArgs,
  QueryConsentNoticeArgs,
  QueryExerciseArgs,
  QueryNarrowingEffectArgs,
  QueryProposalArgs,
  QueryWithdrawalEffectArgs,
  QueryWordingHintsArgs,
} from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import { audit } from '../quality/audit/audit.ts';
import { reaudit } from '../quality/audit/reaudit.ts';
import { ruleSetOf, ruleSetsOnFile } from '../quality/audit/ruleSets.ts';
import { exercise, exercises } from '../quality/exercise/exercises.ts';
import { alertsToApprove, alertsToReview } from '../quality/prompts/lists.ts';
import { hintsFor } from '../quality/prompts/wording.ts';
import { proposalOf, proposalsFor } from '../quality/proposals/proposals.ts';
import { consentNoticeView } from '../quality/proposals/wordingViews.ts';
import type { RequestContext } from '../RequestContext.ts';
import { dayGiven } from './checkedInput.ts';
import { consentEffect, narrowingEffect, withdrawalEffect } from './consentEffect.ts';
import { disclosuresOfAgency } from './disclosures.ts';
import { standingBlocks } from './facts/blocks.ts';
import { glassesOfAgency } from './glass.ts';
import { ledgerIntegrity } from './ledgerIntegrity.ts';
import { linkReview } from './linkReview.ts';
import { linksDenied } from './linksDenied.ts';
import { noticesFor } from './notices.ts';
import { queryFields } from './queryFields.ts';
import type { SubgraphParts } from './resolvers.ts';

/** Returns the hub's root fields, each with the room that answers it. */
export function rootFields(parts: SubgraphParts): Readonly<Record<string, RootField>> {
  /** A field answered from its arguments, as given. */
  const asked =
    <Args, Told>(tell: (args: Args, parts: SubgraphParts, context: RequestContext) => Told) =>
    (_: unknown, args: Args, context: RequestContext): Told =>
      tell(args, parts, context);

  const { client, caseload, alerts, ...others } = queryFields(parts);
  /** Root fields that do not begin with a look at people. */
  const otherRootFields = {
    ...others,
    disclosures: asked(disclosuresOfAgency),
    ledgerIntegrity: asked((_: unknown, ...by) => ledgerIntegrity(...by)),
    consentEffect: asked(({ consent }: QueryConsentEffectArgs, ...by) => consentEffect(consent, ...by)),
    narrowingEffect: asked(({ narrowing }: QueryNarrowingEffectArgs, ...by) => narrowingEffect(narrowing, ...by)),
    withdrawalEffect: asked(({ id }: QueryWithdrawalEffectArgs, ...by) => withdrawalEffect(id, ...by)),
    notices: asked(noticesFor),
    breakGlasses: asked(glassesOfAgency),
    blocks: asked(standingBlocks),
    exercises: asked(exercises),
    exercise: asked(({ id }: QueryExerciseArgs, ...by) => exercise(id, ...by)),
    linkReview: asked(linkReview),
    linksDenied: asked(linksDenied),
    audit: asked(audit),
    reaudit: asked(reaudit),
    ruleSets: asked((_: unknown, ...by) => ruleSetsOnFile(...by)),
    ruleSet: asked(ruleSetOf),
    proposals: asked(proposalsFor),
    proposal: asked(({ id }: QueryProposalArgs, ...by) => proposalOf(id, ...by)),
    consentNotice: asked(async ({ language, on }: QueryConsentNoticeArgs, { vocabularies }, { words, now }) =>
      consentNoticeView(language, on ? await vocabularies.on(dayGiven('on', on), now) : words),
    ),
    alertsToReview: asked(alertsToReview),
    alertsToApprove: asked(alertsToApprove),
    wordingHints: asked(({ text }: QueryWordingHintsArgs) => hintsFor(text)),
  };
  return { client, caseload, alerts, ...onceSeen(otherRootFields) };
}

/**
 * Answers no root field on the strength of agencies that are no longer those on file (`PartnersSeen`). Nobody sees the fault; a
 * null instead would be logged, for a field that cannot be null.
 */
function onceSeen(fields: Readonly<Record<string, RootField>>): Readonly<Record<string, RootField>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, resolve]): [string, RootField] => [
      name,
      async (parent, args, context) => {
        if (await context.onFile.stand()) return resolve(parent, args, context);
        throw new CallerFault('CONSENT_MOVED');
      },
    ]),
  );
}

type RootField = (parent: unknown, args: never, context: RequestContext) => unknown;
