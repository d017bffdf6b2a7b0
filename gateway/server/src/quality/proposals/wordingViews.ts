import { languageKey, type Wording, type WordsOfDay } from '@accord/quality/proposals/vocabularyOn';
import type { RequestContext } from '../../RequestContext.ts';
import type { ProposalOnFile, Proposals } from '../../store/proposals.ts';
import { mayDo } from '../../subgraph/mayDo.ts';
import { stateAt } from './onFileOf.ts';
import { proposalView } from './proposalView.ts';

type WordingParts = Readonly<{ store: Readonly<{ proposals: Proposals }>; profile: Readonly<{ timeZone: string }> }>;

/** Returns every wording of a code up to a day, oldest first, with the reason and who agreed; empty for an unknown code. */
export async function historyOfCode(code: string, words: WordsOfDay, parts: WordingParts, context: RequestContext) {
  const history = words.alerts.get(code)?.history ?? words.needs.get(code)?.history ?? [];
  return Promise.all(history.map((wording) => wordingView(wording, parts, context)));
}

async function wordingView(wording: Wording, { store, profile }: WordingParts, context: RequestContext) {
  const proposal = wording.proposal === null ? null : await store.proposals.find(wording.proposal);
  const state = proposal && stateAt(proposal, context.now);
  return {
    ...{ from: wording.from, label: wording.label, retired: wording.retired, why: proposal?.why ?? null },
    agreedBy: supportersOf(proposal, context),
    agreedAt: state?.at ? new Date(state.at).toISOString() : null,
    // What people at agencies said to each other stays with them. A client sees the words, the reason, and which agencies agreed.
    proposal:
      proposal && mayDo(context.requester).includes('proposals')
        ? proposalView(proposal, profile.timeZone, context)
        : null,
  };
}

const supportersOf = (proposal: ProposalOnFile | null, { partners, now }: RequestContext) =>
  (proposal ? (stateAt(proposal, now).levels.at(-1)?.heard ?? []) : [])
    .filter(({ position }) => position === 'SUPPORT')
    .flatMap(({ agency }) => partners.get(agency) ?? []);

/** Returns the notice in force in a language, and those before it; null if none was agreed. */
export function consentNoticeView(language: string, { notices }: WordsOfDay) {
  const versions = notices.get(languageKey(language)) ?? [];
  const newest = versions.at(-1);
  return newest ? { ...newest, former: versions.slice(0, -1) } : null;
}
