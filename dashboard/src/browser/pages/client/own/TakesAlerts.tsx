import { useTranslation } from 'react-i18next';
import { Banner } from '../../../parts/Banner.tsx';

/**
 * Warns, before anything is written, that the worker's agency may take no alerts from here: only the agency knows, and only says so
 * when asked.
 */
export function TakesAlerts() {
  const { t } = useTranslation('client');
  return (
    <Banner kind="note">
      <p>{t('raise.mayBeOff')}</p>
    </Banner>
  );
}
