import { useTranslation } from 'react-i18next';
import { Radios } from '../../../parts/Radios.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { evidences } from '../evidences.ts';
import type { FormProps } from './ConsentForm.tsx';

/** How the consent was given, who was there, and the client's words about it. A client who records it alone gives only their words. */
export function HowGiven({ draft, onChange, isSelf }: FormProps & Readonly<{ isSelf: boolean }>) {
  const { t } = useTranslation('sharing');
  return (
    <>
      {!isSelf && (
        <>
          <Radios
            label={t('record.how.label')}
            choices={evidences.map((id) => ({ id, label: t(`evidence.${id}`) }))}
            value={draft.evidence ?? 'IN_PERSON'}
            onChange={(evidence) => onChange({ evidence })}
          />
          <TextField
            label={t('record.how.witness')}
            hint={t('record.how.witnessHint')}
            value={draft.witness}
            onChange={(witness) => onChange({ witness })}
          />
        </>
      )}
      <TextField
        label={t(isSelf ? 'record.how.wordsSelf' : 'record.how.words')}
        hint={t('record.how.wordsHint')}
        lines={3}
        value={draft.words}
        onChange={(words) => onChange({ words })}
      />
    </>
  );
}
