import type { ClientDisclosuresArgs, VocabularyHistoryArgs } from '@accord/contract/generated/api';
import type { DecisionRules } from '@accord/quality/proposals/DecisionRules';
import type { AuditParts } from '../quality/audit/audit.ts';
import { exercise } from '../quality/exercise/exercises.ts';
import type { ExerciseParts, ExerciseView } from '../quality/exercise/exerciseView.ts';
import { proposalsOfExercise } from '../quality/exercise/proposeFromExercise.ts';
import type { ApprovalView } from '../quality/prompts/lists.ts';
import type { PromptParts } from '../quality/prompts/PromptParts.ts';
import { vetoView } from '../quality/proposals/aggregateVetoes.ts';
import type { ProposalView } from '../quality/proposals/proposalView.ts';
import { historyOfCode } from '../quality/proposals/wordingViews.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { OpenClient } from '../release/ReleaseBook.ts';
import type { Store } from '../store/Store.ts';
import { agencyStanding, type StandingParts } from './agencyStanding.ts';
import { alertPage } from './alertPage.ts';
import { type ClientParent, clientFields, type MergedRecord } from './clientFields.ts';
import { type DisclosureView, disclosuresOfClient } from './disclosures.ts';
import { type BlockView, blocksOf } from './facts/blocks.ts';
import { legalBasesOf } from './facts/legalBases.ts';
import { proxiesOf } from './facts/proxies.ts';
import { rolesOf } from './facts/roles.ts';
import { standingOf } from './facts/standing.ts';
import { type GlassView, glassesOfClient } from './glass.ts';
import type { IntegrityParts } from './ledgerIntegrity.ts';
import { linkHistory, type PairView } from './linkReview.ts';
import { mayDo } from './mayDo.ts';
import { mutationFields } from './mutationFields.ts';
import type { NoticeView } from './notices.ts';
import { clientToldOf, type QueryParts } from './queryFields.ts';
import { rootFields } from './rootFields.ts';
import { visibleConsents } from './visibleConsents.ts';
import type { VocabularyView } from './vocabularyView.ts';

type Reference = Readonly<{ id: string; records?: readonly MergedRecord[] | null }>;
type Pointer = Readonly<{ id: string }>;

/** What the hub's own subgraph is made of. */
export type SubgraphParts = QueryParts &
  ExerciseParts &
  PromptParts &
  AuditParts &
  IntegrityParts &
  StandingParts &
  Readonly<{ store: Store; decisionRules: DecisionRules }>;

/** Types of what is on file about a client. Each refers to the client as far as the requester may know of them. */
const aboutClients = [
  ...['Consent', 'ConsentRequest', 'Standing', 'Proxy', 'RoleAssertion', 'LegalBasis', 'Block'],
  'BreakGlass',
];

/**
 * Returns the resolvers of the hub's own subgraph: links, merged views, consents. Agencies' data reaches them only through the
 * exchange.
 */
export function resolvers(parts: SubgraphParts) {
  const ofClient =
    <View>(read: (client: string, parts: SubgraphParts, context: RequestContext) => Promise<View>) =>
    ({ client }: ClientParent, _: unknown, context: RequestContext): Promise<View> =>
      read(client.id, parts, context);

  return {
    Query: rootFields(parts),

    Mutation: mutationFields(parts),

    Vocabulary: {
      history: ({ words }: VocabularyView, { code }: VocabularyHistoryArgs, context: RequestContext) =>
        historyOfCode(code, words, parts, context),
    },

    Client: {
      ...clientFields,
      consents: ofClient(visibleConsents),
      standing: ofClient(standingOf),
      proxies: ofClient(proxiesOf),
      roles: ofClient(rolesOf),
      legalBases: ofClient(legalBasesOf),
      blocks: ofClient(blocksOf),
      breakGlasses: ofClient(glassesOfClient),
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
      // The list once the query plan has fetched its alerts. Before that (without `records`), it is only a reference.
      __resolveReference: ({ id, records }: Reference, context: RequestContext) => {
        const list = context.lists.get(id);
        const page = list && alertPage(list, records ?? [], context, parts.cursors);
        return page && { ...page, nodes: page.edges.map(({ node }) => node) };
      },
    },

    ClientAlert: { client: openPointer },
    ...Object.fromEntries(aboutClients.map((name) => [name, { client: openPointer }])),

    // Which client and record a disclosure was about is disclosed when these fields are requested, and noted for the ledger then.
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
      // Shown to those who may see the exercise: people of the agencies invited to it.
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

const pointedAt = (open: OpenClient | null): ClientParent | null => open && { client: open, merged: [] };

/** The client that something refers to, if the requester may know of them; without a promise if that is decided by now. */
function openPointer({ client }: Readonly<{ client: Pointer }>, _: unknown, { book }: RequestContext) {
  const open = book.open(client.id);
  return open instanceof Promise ? open.then(pointedAt) : pointedAt(open);
}

const openPointerIfAny = ({ client }: Readonly<{ client: Pointer | null }>, args: unknown, context: RequestContext) =>
  client && openPointer({ client }, args, context);

function noteRecord({ record }: DisclosureView, { book, disclosures }: RequestContext): void {
  const released = record && book.record(record.id);
  if (released) disclosures.note(released);
}

const nodesOf = <Node>({ edges }: Readonly<{ edges: readonly Readonly<{ node: Node }>[] }>): readonly Node[] =>
  edges.map(({ node }) => node);
