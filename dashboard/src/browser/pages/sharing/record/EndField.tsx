import { useTranslation } from 'react-i18next';
import { DateField } from '../../../parts/DateField.tsx';
import { Radios } from '../../../parts/Radios.tsx';
import type { FormProps } from './ConsentForm.tsx';
import { ends } from './draft.ts';

/** Chooses until when the consent holds. */
export function EndField({ draft, onChange, faultOf }: FormProps) {
  const { t } = useTranslation('sharing');
  const fault = faultOf('end');
  return (
    <>
      <Radios
        label={t('record.end.label')}
        hint={t('record.end.hint')}
        choices={ends.map((id) => ({ id, label: t(`record.end.${id}`) }))}
        value={draft.end}
        onChange={(end) => onChange({ end })}
        {...(fault && { fault })}
      />
      {draft.end === 'DAY' && (
        <DateField label={t('record.end.last')} value={draft.day} onChange={(day) => onChange({ day })} />
      )}
    </>
  );
}
