import type {
  ClientDisclosuresArgs,
  QueryAlertsToApproveArgs,
  QueryAlertsToReviewArgs,
  QueryAuditArgs,
  QueryBlocksArgs,
  QueryBreakGlassesArgs,
  QueryConsentEffectArgs,
  QueryConsentNoticeArgs,
  QueryDisclosuresArgs,
  QueryExerciseArgs,
  QueryExercisesArgs,
  QueryLinkReviewArgs,
  QueryLinksDeniedArgs,
  QueryNarrowingEffectArgs,
  QueryNoticesArgs,
  QueryProposalArgs,
  QueryProposalsArgs,
  QueryReauditArgs,
  QueryRuleSetArgs,
  QueryWithdrawalEffectArgs,
  QueryWordingHintsArgs,
  VocabularyHistoryArgs,
} from '@accord/contract/generated/api';
import type { DecisionRules } from '@accord/quality/proposals/DecisionRules';
import { CallerFault } from '../CallerFault.ts';
import { type AuditParts, audit } from '../quality/audit/audit.ts';
import { reaudit } from '../quality/audit/reaudit.ts';
import { ruleSetOf, ruleSetsOnFile } from '../quality/audit/ruleSets.ts';
import { exercise, exercises } from '../quality/exercise/exercises.ts';
import type { ExerciseParts, ExerciseView } from '../quality/exercise/exerciseView.ts';
import { proposalsOfExercise } from '../quality/exercise/proposeFromExercise.ts';
import { type ApprovalView, alertsToApprove, alertsToReview } from '../quality/prompts/lists.ts';
import type { PromptParts } from '../quality/prompts/PromptParts.ts';
import { hintsFor } from '../quality/prompts/wording.ts';
import { vetoView } from '../quality/proposals/aggregateVetoes.ts';
import { proposalOf, proposalsFor } from '../quality/proposals/proposals.ts';
import type { ProposalView } from '../quality/proposals/proposalView.ts';
import { consentNoticeView, historyOfCode } from '../quality/proposals/wordingViews.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { OpenClient } from '../release/ReleaseBook.ts';
import type { Store } from '../store/Store.ts';
import { agencyStanding, type StandingParts } from './agencyStanding.ts';
import { alertPage } from './alertPage.ts';
import { dayGiven } from './checkedInput.ts';
import { type ClientParent, clientFields, type MergedRecord } from './clientFields.ts';
import { consentEffect, narrowingEffect, withdrawalEffect } from './consentEffect.ts';
import { type DisclosureView, disclosuresOfAgency, disclosuresOfClient } from './disclosures.ts';
import { type BlockView, blocksOf, standingBlocks } from './facts/blocks.ts';
import { legalBasesOf } from './facts/legalBases.ts';
import { proxiesOf } from './facts/proxies.ts';
import { rolesOf } from './facts/roles.ts';
import { standingOf } from './facts/standing.ts';
import { type GlassView, glassesOfAgency, glassesOfClient } from './glass.ts';
import { type IntegrityParts, ledgerIntegrity } from './ledgerIntegrity.ts';
import { linkHistory, linkReview, type PairView } from './linkReview.ts';
import { linksDenied } from './linksDenied.ts';
import { mayDo } from './mayDo.ts';
import { mutationFields } from './mutationFields.ts';
import { type NoticeView, noticesFor } from './notices.ts';
import { clientToldOf, type QueryParts, queryFields } from './queryFields.ts';
import { visibleConsents } from './visibleConsents.ts';
import type { VocabularyView } from './vocabularyView.ts';

type Reference = Readonly<{ id: string; records?: readonly MergedRecord[] | null }>;
type Pointer = Readonly<{ id: string }>;

/** What the hub's own subgraph needs. */
export type SubgraphParts = QueryParts &
  ExerciseParts &
  PromptParts &
  AuditParts &
  IntegrityParts &
  StandingParts &
  Readonly<{ store: Store; decisionRules: DecisionRules }>;

/** What is on file about a client, and points to them as far as the requester may know of them. */
const aboutClients = [
  ...['Consent', 'ConsentRequest', 'Standing', 'Proxy', 'RoleAssertion', 'LegalBasis', 'Block'],
  'BreakGlass',
];

/** Resolvers of the hub's own subgraph: links, merged views, consents. Agencies' data reaches them only through the exchange. */
export function resolvers(parts: SubgraphParts) {
  const { cursors } = parts;
  const ofClient =
    <View>(read: (client: string, parts: SubgraphParts, context: RequestContext) => Promise<View>) =>
    ({ client }: ClientParent, _: unknown, context: RequestContext): Promise<View> =>
      read(client.id, parts, context);

  const pointedAt = (open: OpenClient | null): ClientParent | null => open && { client: open, merged: [] };
  const openPointer = ({ client }: Readonly<{ client: Pointer }>, _: unknown, context: RequestContext) => {
    const open = context.book.open(client.id);
    return open instanceof Promise ? open.then(pointedAt) : pointedAt(open);
  };

  const openPointerIfAny = ({ client }: Readonly<{ client: Pointer | null }>, args: unknown, context: RequestContext) =>
    client && openPointer({ client }, args, context);

  /** A list of alerts, once the query plan has fetched them; without them (`merged` missing) it is only pointed at. */
  const alertList = (reference: Reference, context: RequestContext) => {
    const list = context.lists.get(reference.id);
    return list && alertPage(list, reference.records ?? [], context, cursors);
  };

  const { client, caseload, alerts, ...others } = queryFields(parts);
  /** Those that do not begin with a look at people. */
  const otherRootFields = {
    ...others,
    disclosures: (_: unknown, args: QueryDisclosuresArgs, context: RequestContext) =>
      disclosuresOfAgency(args, parts, context),
    ledgerIntegrity: (_: unknown, __: unknown, context: RequestContext) => ledgerIntegrity(parts, context),
    consentEffect: (_: unknown, { consent }: QueryConsentEffectArgs, context: RequestContext) =>
      consentEffect(consent, parts, context),
    narrowingEffect: (_: unknown, { narrowing }: QueryNarrowingEffectArgs, context: RequestContext) =>
      narrowingEffect(narrowing, parts, context),
    withdrawalEffect: (_: unknown, { id }: QueryWithdrawalEffectArgs, context: RequestContext) =>
      withdrawalEffect(id, parts, context),
    notices: (_: unknown, args: QueryNoticesArgs, context: RequestContext) => noticesFor(args, parts, context),
    breakGlasses: (_: unknown, args: QueryBreakGlassesArgs, context: RequestContext) =>
      glassesOfAgency(args, parts, context),
    blocks: (_: unknown, args: QueryBlocksArgs, context: RequestContext) => standingBlocks(args, parts, context),
    exercises: (_: unknown, args: QueryExercisesArgs, context: RequestContext) => exercises(args, parts, context),
    exercise: (_: unknown, { id }: QueryExerciseArgs, context: RequestContext) => exercise(id, parts, context),
    linkReview: (_: unknown, args: QueryLinkReviewArgs, context: RequestContext) => linkReview(args, parts, context),
    linksDenied: (_: unknown, args: QueryLinksDeniedArgs, context: RequestContext) => linksDenied(args, parts, context),
    audit: (_: unknown, args: QueryAuditArgs, context: RequestContext) => audit(args, parts, context),
    reaudit: (_: unknown, args: QueryReauditArgs, context: RequestContext) => reaudit(args, parts, context),
    ruleSets: (_: unknown, __: unknown, context: RequestContext) => ruleSetsOnFile(parts, context),
    ruleSet: (_: unknown, args: QueryRuleSetArgs, context: RequestContext) => ruleSetOf(args, parts, context),
    proposals: (_: unknown, args: QueryProposalsArgs, context: RequestContext) => proposalsFor(args, parts, context),
    proposal: (_: unknown, { id }: QueryProposalArgs, context: RequestContext) => proposalOf(id, parts, context),
    consentNotice: async (_: unknown, { language, on }: QueryConsentNoticeArgs, { words, now }: RequestContext) =>
      consentNoticeView(language, on ? await parts.vocabularies.on(dayGiven('on', on), now) : words),
    alertsToReview: (_: unknown, args: QueryAlertsToReviewArgs, context: RequestContext) =>
      alertsToReview(args, parts, context),
    alertsToApprove: (_: unknown, args: QueryAlertsToApproveArgs, context: RequestContext) =>
      alertsToApprove(args, parts, context),
    wordingHints: (_: unknown, { text }: QueryWordingHintsArgs) => hintsFor(text),
  };

  return {
    Query: { client, caseload, alerts, ...onceSeen(otherRootFields) },

    Mutation: mutationFields(parts),

    Vocabulary: {
      history: ({ words }: VocabularyView, { code }: VocabularyHistoryArgs, context: RequestContext) =>
        historyOfCode(code, words, parts, context),
    },

    Client: {
      ...clientFields,
      consents: ({ client }: ClientParent, _: unknown, context: RequestContext) =>
        visibleConsents(client.id, parts, context),
      standing: ofClient(standingOf),
      proxies: ofClient(proxiesOf),
      roles: ofClient(rolesOf),
      legalBases: ofClient(legalBasesOf),
      blocks: ofClient(blocksOf),
      breakGlasses: ({ client }: ClientParent, _: unknown, context: RequestContext) =>
        glassesOfClient(client.id, parts, context),
      disclosures: ({ client }: ClientParent, args: ClientDisclosuresArgs, context: RequestContext) =>
        disclosuresOfClient(client, args, parts, context),
      __resolveReference: async ({ id, records }: Reference, context: RequestContext): Promise<ClientParent | null> => {
        const client = await context.book.open(id);
        return client && { client, merged: records ?? [] };
      },
    },

    DecideLinkPayload: { client: openPointerIfAny },
    SeparateRecordPayload: { client: openPointerIfAny },
    ReopenLinkPayload: { client: openPointerIfAny },
    Notice: { client: openPointerIfAny },

    AgencyRecord: {
      linkHistory: ({ id }: Pointer, _: unknown, context: RequestContext) => linkHistory(id, parts, context),
      agency: ({ id }: Pointer, _: unknown, context: RequestContext) => {
        const record = context.book.record(id);
        if (!record?.categories.has('SERVICE_USE')) return null;
        context.disclosures.note(record, ['SERVICE_USE']);
        return context.partners.get(record.agency) ?? null;
      },
      __resolveReference: ({ id }: Pointer, context: RequestContext) => (context.book.record(id) ? { id } : null),
    },

    AlertConnection: {
      __resolveReference: (reference: Reference, context: RequestContext) => {
        const page = alertList(reference, context);
        return page && { ...page, nodes: page.edges.map(({ node }) => node) };
      },
    },

    ClientAlert: { client: openPointer },
    ...Object.fromEntries(aboutClients.map((name) => [name, { client: openPointer }])),

    // Whom and which record a disclosure was about is told where it is asked, and written down then.
    Disclosure: {
      client: (view: DisclosureView, args: unknown, context: RequestContext) => {
        noteRecord(view, context);
        return openPointer(view, args, context);
      },
      record: (view: DisclosureView, _: unknown, context: RequestContext) => {
        noteRecord(view, context);
        return view.record;
      },
    },

    ClientConnection: { nodes: nodesOf<ClientParent> },
    DisclosureConnection: { nodes: nodesOf<DisclosureView> },
    NoticeConnection: { nodes: nodesOf<NoticeView> },
    BreakGlassConnection: { nodes: nodesOf<GlassView> },
    BlockConnection: { nodes: nodesOf<BlockView> },
    Exercise: {
      proposals: ({ id }: Pointer, _: unknown, context: RequestContext) => proposalsOfExercise(id, parts, context),
    },
    Proposal: {
      // Told to whom the exercise is told: people of the agencies invited to it.
      exercise: ({ exerciseId }: ProposalView, _: unknown, context: RequestContext) =>
        exerciseId === null ? null : exercise(exerciseId, parts, context),
    },
    ExerciseConnection: { nodes: nodesOf<ExerciseView> },
    LinkPairConnection: { nodes: nodesOf<PairView> },
    ProposalConnection: { nodes: nodesOf<ProposalView> },
    AlertApprovalConnection: { nodes: nodesOf<ApprovalView> },

    Requester: {
      agency: ({ agency }: { agency: Pointer }, _: unknown, { partners }: RequestContext) =>
        partners.get(agency.id) ?? null,
      mayDo: (_: unknown, __: unknown, { requester }: RequestContext) => mayDo(requester),
      client: (_: unknown, __: unknown, context: RequestContext) =>
        context.requester.self === null ? null : clientToldOf(context.requester.self, context),
    },

    Agency: {
      ...agencyStanding(parts),
      aggregateVetoes: async ({ id }: Pointer, _: unknown, context: RequestContext) =>
        (await context.vetoes()).filter(({ agencyId }) => agencyId === id).map((veto) => vetoView(veto, context)),
      __resolveReference: ({ id }: Pointer, { partners }: RequestContext) => partners.get(id) ?? null,
    },
  };
}

/** Nothing is done for a root field on the word of agencies that are not those on file (`PartnersSeen`). The fault is told to nobody; a null would be logged, of a field that has none. */
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

function noteRecord({ record }: DisclosureView, { book, disclosures }: RequestContext): void {
  const released = record && book.record(record.id);
  if (released) disclosures.note(released);
}

const nodesOf = <Node>({ edges }: Readonly<{ edges: readonly Readonly<{ node: Node }>[] }>): readonly Node[] =>
  edges.map(({ node }) => node);
