import { useTranslation } from 'react-i18next';
import { Select } from '../parts/Select.tsx';
import { useTerms } from '../parts/useTerms.ts';
import { useSession } from '../session/Session.tsx';

/** Says why one asks, and lets one ask for another reason. */
export function PurposeChooser() {
  const { t } = useTranslation('frame');
  const { signed, purpose, setPurpose } = useSession();
  const { purpose: word } = useTerms();
  // Emergency access has its own door, on the client's page, which asks for a reason.
  const choices = signed.purposes
    .filter((code) => code !== 'EMERGENCY')
    .map((code) => ({ id: code, label: word(code) }));
  return <Select label={t('purpose')} hideLabel choices={choices} value={purpose} onChange={setPurpose} />;
}
