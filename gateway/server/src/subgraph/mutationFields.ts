import type {
  MutationAddBlockArgs,
  MutationAddRuleSetArgs,
  MutationAssertLegalBasisArgs,
  MutationBreakGlassArgs,
  MutationCloseExerciseArgs,
  MutationCreateExerciseArgs,
  MutationDecideLinkArgs,
  MutationEndBreakGlassArgs,
  MutationJoinExerciseArgs,
  MutationLiftAggregateVetoArgs,
  MutationMarkNoticeReadArgs,
  MutationNarrowConsentArgs,
  MutationNoteBarriersArgs,
  MutationPlaceArgs,
  MutationRaiseProposalArgs,
  MutationRecordConsentArgs,
  MutationRecordProxyArgs,
  MutationRecordRoleArgs,
  MutationRecordStandingArgs,
  MutationRequestConsentArgs,
  MutationRevealRoundArgs,
  MutationReviewBreakGlassArgs,
  MutationVetoAggregateArgs,
  MutationVoiceArgs,
  MutationWithdrawConsentArgs,
} from '@accord/contract/generated/api';
import { addRuleSet } from '../quality/audit/ruleSets.ts';
import { createExercise } from '../quality/exercise/createExercise.ts';
import { closeExercise, openRound, revealRound } from '../quality/exercise/leadExercise.ts';
import { proposeFromExercise } from '../quality/exercise/proposeFromExercise.ts';
import { joinExercise, noteBarriers, place } from '../quality/exercise/takePart.ts';
import * as alerts from '../quality/prompts/alerts.ts';
import { liftAggregateVeto, vetoAggregate, vetoView } from '../quality/proposals/aggregateVetoes.ts';
import { answerObjection, raiseProposal, voice, withdrawProposal } from '../quality/proposals/proposals.ts';
import type { RequestContext } from '../RequestContext.ts';
import { ChangeUnknown } from '../store/ChangeUnknown.ts';
import { lacksConnection, lostConnection, refusesChanges } from '../store/lacksConnection.ts';
import { requestConsent } from './consentRequests.ts';
import { narrowConsent, recordConsent, withdrawConsent } from './consents.ts';
import { addBlock, liftBlock } from './facts/blocks.ts';
import { assertLegalBasis, endLegalBasis } from './facts/legalBases.ts';
import { endProxy, recordProxy } from './facts/proxies.ts';
import { endRole, recordRole } from './facts/roles.ts';
import { recordStanding } from './facts/standing.ts';
import { breakGlass, endBreakGlass, reviewBreakGlass, sayClientTold } from './glass.ts';
import { decideLink, proposeLink, separateRecord } from './linkReview.ts';
import { reopenLink } from './linksDenied.ts';
import { markNoticeRead } from './notices.ts';
import type { SubgraphParts } from './resolvers.ts';

type Do<Args, Payload> = (_: unknown, args: Args, context: RequestContext) => Promise<Payload>;

/** A room's function that makes a change. */
type Act<Args, Given> = (args: Args, parts: SubgraphParts, context: RequestContext) => Promise<Given>;

/** Returns the hub's mutations, each with the room that carries it out. */
export function mutationFields(parts: SubgraphParts) {
  /** A mutation whose payload is what the function returns. */
  const asGiven =
    <Args, Payload>(act: Act<Args, Payload>): Do<Args, Payload> =>
    (_, args, context) =>
      act(args, parts, context);
  /** A mutation whose payload holds one thing, under its name. */
  const giving =
    <Args, Given>(name: string, act: Act<Args, Given>): Do<Args, unknown> =>
    async (_, args, context) => ({ [name]: await act(args, parts, context) });

  return eachKnownOrNot({
    recordConsent: giving('consent', ({ consent }: MutationRecordConsentArgs, ...by) => recordConsent(consent, ...by)),
    narrowConsent: giving('consent', ({ narrowing }: MutationNarrowConsentArgs, ...by) =>
      narrowConsent(narrowing, ...by),
    ),
    withdrawConsent: giving('consent', ({ id }: MutationWithdrawConsentArgs, ...by) => withdrawConsent(id, ...by)),
    requestConsent: giving('sent', async ({ request }: MutationRequestConsentArgs, ...by) => {
      await requestConsent(request, ...by);
      return true;
    }),
    recordStanding: giving('standing', ({ standing }: MutationRecordStandingArgs, ...by) =>
      recordStanding(standing, ...by),
    ),
    recordProxy: giving('proxy', ({ proxy }: MutationRecordProxyArgs, ...by) => recordProxy(proxy, ...by)),
    endProxy: giving('proxy', endProxy),
    recordRole: giving('role', ({ role }: MutationRecordRoleArgs, ...by) => recordRole(role, ...by)),
    endRole: giving('role', endRole),
    assertLegalBasis: giving('legalBasis', ({ basis }: MutationAssertLegalBasisArgs, ...by) =>
      assertLegalBasis(basis, ...by),
    ),
    endLegalBasis: giving('legalBasis', endLegalBasis),
    addBlock: giving('block', ({ block }: MutationAddBlockArgs, ...by) => addBlock(block, ...by)),
    liftBlock: giving('block', liftBlock),
    breakGlass: giving('breakGlass', ({ glass }: MutationBreakGlassArgs, ...by) => breakGlass(glass, ...by)),
    endBreakGlass: giving('breakGlass', ({ id }: MutationEndBreakGlassArgs, ...by) => endBreakGlass(id, ...by)),
    reviewBreakGlass: giving('breakGlass', ({ review }: MutationReviewBreakGlassArgs, ...by) =>
      reviewBreakGlass(review, ...by),
    ),
    sayClientTold: giving('breakGlass', sayClientTold),
    decideLink: asGiven(({ decision }: MutationDecideLinkArgs, ...by) => decideLink(decision, ...by)),
    proposeLink: asGiven(proposeLink),
    separateRecord: asGiven(separateRecord),
    reopenLink: asGiven(reopenLink),
    createExercise: giving('exercise', ({ exercise }: MutationCreateExerciseArgs, ...by) =>
      createExercise(exercise, ...by),
    ),
    joinExercise: giving('exercise', ({ id }: MutationJoinExerciseArgs, ...by) => joinExercise(id, ...by)),
    place: giving('exercise', ({ placing }: MutationPlaceArgs, ...by) => place(placing, ...by)),
    noteBarriers: giving('exercise', ({ barriers }: MutationNoteBarriersArgs, ...by) => noteBarriers(barriers, ...by)),
    revealRound: giving('exercise', ({ id }: MutationRevealRoundArgs, ...by) => revealRound(id, ...by)),
    openRound: giving('exercise', openRound),
    proposeFromExercise: giving('proposal', proposeFromExercise),
    closeExercise: giving('exercise', ({ id }: MutationCloseExerciseArgs, ...by) => closeExercise(id, ...by)),
    raiseProposal: giving('proposal', ({ proposal }: MutationRaiseProposalArgs, ...by) =>
      raiseProposal(proposal, ...by),
    ),
    voice: giving('proposal', (args: MutationVoiceArgs, ...by) => voice(args.voice, ...by)),
    answerObjection: giving('proposal', answerObjection),
    withdrawProposal: giving('proposal', withdrawProposal),
    addRuleSet: asGiven(({ text }: MutationAddRuleSetArgs, ...by) => addRuleSet(text, ...by)),
    vetoAggregate: giving('veto', async (args: MutationVetoAggregateArgs, _, context) =>
      vetoView(await vetoAggregate(args, parts, context), context),
    ),
    liftAggregateVeto: giving('veto', async (args: MutationLiftAggregateVetoArgs, _, context) =>
      vetoView(await liftAggregateVeto(args, parts, context), context),
    ),
    answerPrompt: asGiven(alerts.answerPrompt),
    raiseAlert: asGiven(alerts.raiseAlert),
    approveAlert: asGiven(alerts.approveAlert),
    returnAlert: asGiven(alerts.returnAlert),
    reviewAlert: asGiven(alerts.reviewAlert),
    extendAlert: asGiven(alerts.extendAlert),
    endAlert: asGiven(alerts.endAlert),
    correctAlert: asGiven(alerts.correctAlert),
    markNoticeRead: giving('notice', ({ id }: MutationMarkNoticeReadArgs, ...by) => markNoticeRead(id, ...by)),
  });
}

/**
 * The same mutations, but a failure that leaves unknown whether the change was made says so (`ChangeUnknown`). That is so if the
 * database connection breaks off during one. It is also so if this request has changed something already, such as what an agency
 * wrote, and the database then refuses changes or has no connection left.
 */
function eachKnownOrNot(fields: Readonly<Record<string, Do<never, unknown>>>) {
  const knownOrNot =
    (change: Do<never, unknown>): Do<never, unknown> =>
    async (self, args, context) => {
      try {
        return await change(self, args, context);
      } catch (error) {
        const inParts = context.changed.size > 0 && (refusesChanges(error) || lacksConnection(error));
        throw lostConnection(error) || inParts ? new ChangeUnknown(error) : error;
      }
    };
  return Object.fromEntries(Object.entries(fields).map(([name, change]) => [name, knownOrNot(change)]));
}
