import { useTranslation } from 'react-i18next';
import { Banner } from '../../../parts/Banner.tsx';

/** Says before one begins to write that one's agency may take no alerts from here: only the agency knows, and says so when it is asked. */
export function TakesAlerts() {
  const { t } = useTranslation('client');
  return (
    <Banner kind="note">
      <p>{t('raise.mayBeOff')}</p>
    </Banner>
  );
}
