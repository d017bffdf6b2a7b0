import type { ProposalsRaiseMutationVariables } from '../generated/proposals.ts';

/** A proposal as graph input. */
export type ProposalInput = ProposalsRaiseMutationVariables['proposal'];

/** A proposal that is being written. It has the fields of every kind; only those of its own kind count. */
export type ProposalDraft = Readonly<{
  kind: ProposalInput['kind'];
  title: string;
  why: string;
  effectiveOn: string | null;
  code: string | null;
  label: string;
  category: string | null;
  retire: boolean;
  language: string;
  version: string;
  text: string;
}>;

/** Nothing written yet. */
export const emptyProposal: ProposalDraft = {
  ...{ kind: 'PRACTICE', title: '', why: '', effectiveOn: null, code: null, label: '', category: null, retire: false },
  ...{ language: 'en', version: '', text: '' },
};

/** The draft as graph input; `undefined` while a field that its kind needs is missing. */
export function inputOf(draft: ProposalDraft): ProposalInput | undefined {
  const { kind, effectiveOn } = draft;
  const title = draft.title.trim();
  const why = draft.why.trim();
  const parts = partsOf(draft);
  if (title === '' || why === '' || !parts) return undefined;
  return { kind, title, why, ...(effectiveOn !== null && { effectiveOn }), ...parts };
}

type Parts = Pick<ProposalInput, 'code' | 'label' | 'category' | 'retire' | 'notice'>;

function partsOf({ kind, code, category, retire, ...written }: ProposalDraft): Parts | undefined {
  const label = written.label.trim();
  switch (kind) {
    case 'LABEL':
      return code && label !== '' ? { code, label } : undefined;
    case 'ALERT_CATEGORY':
      if (retire) return code ? { code, retire } : undefined;
      return code && label !== '' && category ? { code, label, category } : undefined;
    case 'CONSENT_NOTICE': {
      const [language, version, text] = [written.language.trim(), written.version.trim(), written.text.trim()];
      return language !== '' && version !== '' && text !== '' ? { notice: { language, version, text } } : undefined;
    }
    case 'PRACTICE':
    case 'SCHEMA_CHANGE':
    case 'BARRIER':
      return {};
    default:
      return kind satisfies never;
  }
}
