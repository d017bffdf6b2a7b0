import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { Radios } from '../../../parts/Radios.tsx';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { useHubWords } from '../../../parts/useHubWords.ts';
import { useTerms } from '../../../parts/useTerms.ts';
import type { DraftProps } from './KindFields.tsx';

/** The fields for a new alert category, or for one to retire. */
export function CategoryFields({ draft, onChange }: DraftProps) {
  const { t } = useTranslation('proposals');
  const { vocabulary } = useKnown();
  const said = useHubWords();
  const { kind } = useTerms();
  return (
    <>
      <Radios
        label={t('raise.ALERT_CATEGORY.way')}
        choices={[
          { id: 'new', label: t('raise.ALERT_CATEGORY.new') },
          { id: 'retire', label: t('raise.ALERT_CATEGORY.retire') },
        ]}
        value={draft.retire ? 'retire' : 'new'}
        onChange={(way) => onChange({ retire: way === 'retire', code: null })}
      />
      {draft.retire ? (
        <Select
          label={t('raise.ALERT_CATEGORY.old')}
          choices={(vocabulary?.alerts ?? []).map(({ code, label }) => ({ id: code, ...said(label) }))}
          value={draft.code}
          onChange={(code) => onChange({ code })}
        />
      ) : (
        <>
          <TextField
            label={t('raise.ALERT_CATEGORY.label')}
            maxLength={200}
            value={draft.label}
            onChange={(label) => onChange({ label })}
          />
          <TextField
            label={t('raise.ALERT_CATEGORY.code')}
            hint={t('raise.ALERT_CATEGORY.codeHint')}
            maxLength={60}
            value={draft.code ?? ''}
            onChange={(code) => onChange({ code: code.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_') || null })}
          />
          <Select
            label={t('raise.ALERT_CATEGORY.category')}
            choices={(vocabulary?.categories ?? []).map(({ code }) => ({ id: code, label: kind(code) }))}
            value={draft.category}
            onChange={(category) => onChange({ category })}
          />
        </>
      )}
    </>
  );
}
