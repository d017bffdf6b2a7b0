import type {
  MutationAddBlockArgs,
  MutationAddRuleSetArgs,
  MutationAnswerObjectionArgs,
  MutationAnswerPromptArgs,
  MutationApproveAlertArgs,
  MutationAssertLegalBasisArgs,
  MutationBreakGlassArgs,
  MutationCloseExerciseArgs,
  MutationCorrectAlertArgs,
  MutationCreateExerciseArgs,
  MutationDecideLinkArgs,
  MutationEndAlertArgs,
  MutationEndBreakGlassArgs,
  MutationEndLegalBasisArgs,
  MutationEndProxyArgs,
  MutationEndRoleArgs,
  MutationExtendAlertArgs,
  MutationJoinExerciseArgs,
  MutationLiftAggregateVetoArgs,
  MutationLiftBlockArgs,
  MutationMarkNoticeReadArgs,
  MutationNarrowConsentArgs,
  MutationNoteBarriersArgs,
  MutationOpenRoundArgs,
  MutationPlaceArgs,
  MutationProposeFromExerciseArgs,
  MutationProposeLinkArgs,
  MutationRaiseAlertArgs,
  MutationRaiseProposalArgs,
  MutationRecordConsentArgs,
  MutationRecordProxyArgs,
  MutationRecordRoleArgs,
  MutationRecordStandingArgs,
  MutationReopenLinkArgs,
  MutationRequestConsentArgs,
  MutationReturnAlertArgs,
  MutationRevealRoundArgs,
  MutationReviewAlertArgs,
  MutationReviewBreakGlassArgs,
  MutationSayClientToldArgs,
  MutationSeparateRecordArgs,
  MutationVetoAggregateArgs,
  MutationVoiceArgs,
  MutationWithdrawConsentArgs,
  MutationWithdrawProposalArgs,
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
import { lostConnection, refusesChanges } from '../store/lacksConnection.ts';
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

/** What can be changed at the hub: each mutation and the room that does it. */
export function mutationFields(parts: SubgraphParts) {
  /** A mutation whose payload is one thing, under its name. */
  const giving =
    <Args, Given>(name: string, act: (args: Args, context: RequestContext) => Promise<Given>): Do<Args, unknown> =>
    async (_, args, context) => ({ [name]: await act(args, context) });

  return eachKnownOrNot({
    recordConsent: giving('consent', ({ consent }: MutationRecordConsentArgs, context) =>
      recordConsent(consent, parts, context),
    ),
    narrowConsent: giving('consent', ({ narrowing }: MutationNarrowConsentArgs, context) =>
      narrowConsent(narrowing, parts, context),
    ),
    withdrawConsent: giving('consent', ({ id }: MutationWithdrawConsentArgs, context) =>
      withdrawConsent(id, parts, context),
    ),
    requestConsent: giving('sent', async ({ request }: MutationRequestConsentArgs, context) => {
      await requestConsent(request, parts, context);
      return true;
    }),
    recordStanding: giving('standing', ({ standing }: MutationRecordStandingArgs, context) =>
      recordStanding(standing, parts, context),
    ),
    recordProxy: giving('proxy', ({ proxy }: MutationRecordProxyArgs, context) => recordProxy(proxy, parts, context)),
    endProxy: giving('proxy', (args: MutationEndProxyArgs, context) => endProxy(args, parts, context)),
    recordRole: giving('role', ({ role }: MutationRecordRoleArgs, context) => recordRole(role, parts, context)),
    endRole: giving('role', (args: MutationEndRoleArgs, context) => endRole(args, parts, context)),
    assertLegalBasis: giving('legalBasis', ({ basis }: MutationAssertLegalBasisArgs, context) =>
      assertLegalBasis(basis, parts, context),
    ),
    endLegalBasis: giving('legalBasis', (args: MutationEndLegalBasisArgs, context) =>
      endLegalBasis(args, parts, context),
    ),
    addBlock: giving('block', ({ block }: MutationAddBlockArgs, context) => addBlock(block, parts, context)),
    liftBlock: giving('block', (args: MutationLiftBlockArgs, context) => liftBlock(args, parts, context)),
    breakGlass: giving('breakGlass', ({ glass }: MutationBreakGlassArgs, context) => breakGlass(glass, parts, context)),
    endBreakGlass: giving('breakGlass', ({ id }: MutationEndBreakGlassArgs, context) =>
      endBreakGlass(id, parts, context),
    ),
    reviewBreakGlass: giving('breakGlass', ({ review }: MutationReviewBreakGlassArgs, context) =>
      reviewBreakGlass(review, parts, context),
    ),
    sayClientTold: giving('breakGlass', (args: MutationSayClientToldArgs, context) =>
      sayClientTold(args, parts, context),
    ),
    decideLink: (_: unknown, { decision }: MutationDecideLinkArgs, context: RequestContext) =>
      decideLink(decision, parts, context),
    proposeLink: (_: unknown, args: MutationProposeLinkArgs, context: RequestContext) =>
      proposeLink(args, parts, context),
    separateRecord: (_: unknown, args: MutationSeparateRecordArgs, context: RequestContext) =>
      separateRecord(args, parts, context),
    reopenLink: (_: unknown, args: MutationReopenLinkArgs, context: RequestContext) => reopenLink(args, parts, context),
    createExercise: giving('exercise', ({ exercise }: MutationCreateExerciseArgs, context) =>
      createExercise(exercise, parts, context),
    ),
    joinExercise: giving('exercise', ({ id }: MutationJoinExerciseArgs, context) => joinExercise(id, parts, context)),
    place: giving('exercise', ({ placing }: MutationPlaceArgs, context) => place(placing, parts, context)),
    noteBarriers: giving('exercise', ({ barriers }: MutationNoteBarriersArgs, context) =>
      noteBarriers(barriers, parts, context),
    ),
    revealRound: giving('exercise', ({ id }: MutationRevealRoundArgs, context) => revealRound(id, parts, context)),
    openRound: giving('exercise', (args: MutationOpenRoundArgs, context) => openRound(args, parts, context)),
    proposeFromExercise: giving('proposal', (args: MutationProposeFromExerciseArgs, context) =>
      proposeFromExercise(args, parts, context),
    ),
    closeExercise: giving('exercise', ({ id }: MutationCloseExerciseArgs, context) =>
      closeExercise(id, parts, context),
    ),
    raiseProposal: giving('proposal', ({ proposal }: MutationRaiseProposalArgs, context) =>
      raiseProposal(proposal, parts, context),
    ),
    voice: giving('proposal', (args: MutationVoiceArgs, context) => voice(args.voice, parts, context)),
    answerObjection: giving('proposal', (args: MutationAnswerObjectionArgs, context) =>
      answerObjection(args, parts, context),
    ),
    withdrawProposal: giving('proposal', (args: MutationWithdrawProposalArgs, context) =>
      withdrawProposal(args, parts, context),
    ),
    addRuleSet: (_: unknown, { text }: MutationAddRuleSetArgs, context: RequestContext) =>
      addRuleSet(text, parts, context),
    vetoAggregate: giving('veto', async (args: MutationVetoAggregateArgs, context) =>
      vetoView(await vetoAggregate(args, parts, context), context),
    ),
    liftAggregateVeto: giving('veto', async (args: MutationLiftAggregateVetoArgs, context) =>
      vetoView(await liftAggregateVeto(args, parts, context), context),
    ),
    answerPrompt: (_: unknown, args: MutationAnswerPromptArgs, context: RequestContext) =>
      alerts.answerPrompt(args, parts, context),
    raiseAlert: (_: unknown, args: MutationRaiseAlertArgs, context: RequestContext) =>
      alerts.raiseAlert(args, parts, context),
    approveAlert: (_: unknown, args: MutationApproveAlertArgs, context: RequestContext) =>
      alerts.approveAlert(args, parts, context),
    returnAlert: (_: unknown, args: MutationReturnAlertArgs, context: RequestContext) =>
      alerts.returnAlert(args, parts, context),
    reviewAlert: (_: unknown, args: MutationReviewAlertArgs, context: RequestContext) =>
      alerts.reviewAlert(args, parts, context),
    extendAlert: (_: unknown, args: MutationExtendAlertArgs, context: RequestContext) =>
      alerts.extendAlert(args, parts, context),
    endAlert: (_: unknown, args: MutationEndAlertArgs, context: RequestContext) =>
      alerts.endAlert(args, parts, context),
    correctAlert: (_: unknown, args: MutationCorrectAlertArgs, context: RequestContext) =>
      alerts.correctAlert(args, parts, context),
    markNoticeRead: giving('notice', ({ id }: MutationMarkNoticeReadArgs, context) =>
      markNoticeRead(id, parts, context),
    ),
  });
}

/**
 * The same mutations; where the connection to the database breaks off during one, or it refuses what comes after something that this request
 * changed, as what an agency has written, it fails by that it is not known whether it was made.
 */
function eachKnownOrNot(fields: Readonly<Record<string, Do<never, unknown>>>) {
  const knownOrNot =
    (change: Do<never, unknown>): Do<never, unknown> =>
    async (self, args, context) => {
      try {
        return await change(self, args, context);
      } catch (error) {
        const inParts = refusesChanges(error) && context.changed.size > 0;
        throw lostConnection(error) || inParts ? new ChangeUnknown(error) : error;
      }
    };
  return Object.fromEntries(Object.entries(fields).map(([name, change]) => [name, knownOrNot(change)]));
}
