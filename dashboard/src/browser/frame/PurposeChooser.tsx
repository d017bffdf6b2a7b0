import { useTranslation } from 'react-i18next';
import { Select } from '../parts/Select.tsx';
import { useSession } from '../session/Session.tsx';
import { useKnown } from './Known.tsx';

/** Says why one asks, and lets one ask for another reason. */
export function PurposeChooser() {
  const { t } = useTranslation('frame');
  const { signed, purpose, setPurpose } = useSession();
  const { purposeWord } = useKnown();
  // Emergency access has its own door, on the client's page, which asks for a reason.
  const choices = signed.purposes
    .filter((code) => code !== 'EMERGENCY')
    .map((code) => ({ id: code, label: purposeWord(code) }));
  return <Select label={t('purpose')} hideLabel choices={choices} value={purpose} onChange={setPurpose} />;
}
