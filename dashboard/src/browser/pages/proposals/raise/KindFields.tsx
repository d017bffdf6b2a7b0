import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { useAsk } from '../../../graph/useAsk.ts';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { ProposalsWordsDocument } from '../generated/proposals.ts';
import { CategoryFields } from './CategoryFields.tsx';
import type { ProposalDraft } from './proposalDraft.ts';

/** A draft, and the function that changes part of it. */
export type DraftProps = Readonly<{ draft: ProposalDraft; onChange: (part: Partial<ProposalDraft>) => void }>;

/** The fields specific to a kind of proposal; kinds that are only words have none. */
export function KindFields(props: DraftProps) {
  switch (props.draft.kind) {
    case 'LABEL':
      return <LabelFields {...props} />;
    case 'ALERT_CATEGORY':
      return <CategoryFields {...props} />;
    case 'CONSENT_NOTICE':
      return <NoticeFields {...props} />;
    default:
      return null;
  }
}

function LabelFields({ draft, onChange }: DraftProps) {
  const { t } = useTranslation('proposals');
  const { vocabulary } = useKnown();
  const { data } = useAsk(ProposalsWordsDocument);
  const words = [...(vocabulary?.alerts ?? []), ...(data?.vocabulary.needs ?? [])];
  return (
    <>
      <Select
        label={t('raise.LABEL.code')}
        // Not translated: the proposal is about the English wording itself.
        choices={words.map(({ code, label }) => ({ id: code, label, lang: 'en' }))}
        value={draft.code}
        onChange={(code) => onChange({ code })}
      />
      <TextField
        label={t('raise.LABEL.label')}
        maxLength={200}
        value={draft.label}
        onChange={(label) => onChange({ label })}
      />
    </>
  );
}

function NoticeFields({ draft, onChange }: DraftProps) {
  const { t } = useTranslation('proposals');
  return (
    <>
      <TextField
        label={t('raise.CONSENT_NOTICE.language')}
        maxLength={60}
        value={draft.language}
        onChange={(language) => onChange({ language })}
      />
      <TextField
        label={t('raise.CONSENT_NOTICE.version')}
        hint={t('raise.CONSENT_NOTICE.versionHint')}
        maxLength={60}
        value={draft.version}
        onChange={(version) => onChange({ version })}
      />
      <TextField
        label={t('raise.CONSENT_NOTICE.text')}
        lines={8}
        maxLength={20_000}
        value={draft.text}
        onChange={(text) => onChange({ text })}
      />
    </>
  );
}
