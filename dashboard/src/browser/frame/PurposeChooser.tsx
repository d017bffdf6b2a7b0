import { useTranslation } from 'react-i18next';
import { Select } from '../parts/Select.tsx';
import { useTerms } from '../parts/useTerms.ts';
import { useSession } from '../session/Session.tsx';

/** Shows the purpose, and lets the person change it. */
export function PurposeChooser() {
  const { t } = useTranslation('frame');
  const { signed, purpose, setPurpose } = useSession();
  const { purpose: word } = useTerms();
  // Emergency access is not chosen here: it starts on the client's page, which asks for a reason.
  const choices = signed.purposes
    .filter((code) => code !== 'EMERGENCY')
    .map((code) => ({ id: code, label: word(code) }));
  return <Select label={t('purpose')} hideLabel choices={choices} value={purpose} onChange={setPurpose} />;
}
