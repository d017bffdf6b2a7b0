import type {
  MutationAddBlockArgs,
  MutationAssertLegalBasisArgs,
  MutationBreakGlassArgs,
  MutationDecideLinkArgs,
  MutationEndBreakGlassArgs,
  MutationEndLegalBasisArgs,
  MutationEndProxyArgs,
  MutationEndRoleArgs,
  MutationLiftBlockArgs,
  MutationMarkNoticeReadArgs,
  MutationNarrowConsentArgs,
  MutationProposeLinkArgs,
  MutationRecordConsentArgs,
  MutationRecordProxyArgs,
  MutationRecordRoleArgs,
  MutationRecordStandingArgs,
  MutationRequestConsentArgs,
  MutationReviewBreakGlassArgs,
  MutationSeparateRecordArgs,
  MutationWithdrawConsentArgs,
} from '@accord/contract/generated/api';
import type { RequestContext } from '../RequestContext.ts';
import { requestConsent } from './consentRequests.ts';
import { narrowConsent, recordConsent, withdrawConsent } from './consents.ts';
import { addBlock, liftBlock } from './facts/blocks.ts';
import { assertLegalBasis, endLegalBasis } from './facts/legalBases.ts';
import { endProxy, recordProxy } from './facts/proxies.ts';
import { endRole, recordRole } from './facts/roles.ts';
import { recordStanding } from './facts/standing.ts';
import { breakGlass, endBreakGlass, reviewBreakGlass } from './glass.ts';
import { decideLink, proposeLink, separateRecord } from './linkReview.ts';
import { markNoticeRead } from './notices.ts';
import type { SubgraphParts } from './resolvers.ts';

type Do<Args, Payload> = (_: unknown, args: Args, context: RequestContext) => Promise<Payload>;

/** What can be changed at the hub: each mutation and the room that does it. */
export function mutationFields(parts: SubgraphParts) {
  /** A mutation whose payload is one thing, under its name. */
  const giving =
    <Args, Given>(name: string, act: (args: Args, context: RequestContext) => Promise<Given>): Do<Args, unknown> =>
    async (_, args, context) => ({ [name]: await act(args, context) });

  return {
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
    decideLink: (_: unknown, { decision }: MutationDecideLinkArgs, context: RequestContext) =>
      decideLink(decision, parts, context),
    proposeLink: (_: unknown, args: MutationProposeLinkArgs, context: RequestContext) =>
      proposeLink(args, parts, context),
    separateRecord: (_: unknown, args: MutationSeparateRecordArgs, context: RequestContext) =>
      separateRecord(args, parts, context),
    markNoticeRead: giving('notice', ({ id }: MutationMarkNoticeReadArgs, context) =>
      markNoticeRead(id, parts, context),
    ),
  };
}
