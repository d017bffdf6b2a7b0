import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { DateField } from '../../../parts/DateField.tsx';
import { Radios } from '../../../parts/Radios.tsx';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { useHubWords } from '../../../parts/useHubWords.ts';
import { type Draft, longestText } from './draft.ts';
import { WordingHints } from './WordingHints.tsx';

const certainties = ['INDICATED', 'DISCLOSED', 'ASSESSED', 'HISTORICAL'] as const;
const severities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;

type Props = Readonly<{
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** True after an attempt to go on: each missing part is then marked. */
  tried: boolean;
}>;

/** The fields of an alert. While the worker writes, wording that others may misread is pointed out; nothing is refused for it. */
export function DraftFields({ draft, onChange, tried }: Props) {
  const { t } = useTranslation('client');
  const { vocabulary } = useKnown();
  const said = useHubWords();
  const chosen = (choice: string | null) => (tried && choice === null ? { fault: t('order.choiceNeeded') } : {});
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  return (
    <>
      <Select
        label={t('raise.code')}
        choices={(vocabulary?.alerts ?? []).map(({ code, label }) => ({ id: code, ...said(label) }))}
        value={draft.code}
        onChange={(code) => change({ code })}
        {...chosen(draft.code)}
      />
      <Radios
        label={t('raise.certainty')}
        inColumns
        choices={certainties.map((id) => ({ id, label: t(`alerts.certainty.${id}`) }))}
        value={certainties.find((one) => one === draft.certainty) ?? null}
        onChange={(certainty) => change({ certainty })}
        {...chosen(draft.certainty)}
      />
      <Radios
        label={t('raise.severity')}
        inColumns
        choices={severities.map((id) => ({ id, label: t(`alerts.severity.${id}`) }))}
        value={draft.severity}
        onChange={(severity) => change({ severity })}
        {...chosen(draft.severity)}
      />
      <TextField
        label={t('raise.text')}
        hint={t('raise.textHint', { left: longestText - draft.text.length })}
        lines={4}
        maxLength={longestText}
        value={draft.text}
        onChange={(text) => change({ text })}
        {...(tried && draft.text.trim() === '' && { fault: t('order.wordsNeeded') })}
      />
      <WordingHints text={draft.text} />
      <DateField label={t('raise.reviewDue')} value={draft.reviewDue} onChange={(reviewDue) => change({ reviewDue })} />
    </>
  );
}
