import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { Banner } from '../../../parts/Banner.tsx';

/**
 * Says before one begins to write that one's agency may take no alerts from here. Only the agency knows, and says so when it is asked to
 * write; what it said last is known from then on. It hinders nothing: the agency may take them by now.
 */
export function TakesAlerts() {
  const { t } = useTranslation('client');
  const [off] = useState(useKnown().writesOff);
  return (
    <Banner kind={off ? 'care' : 'note'}>
      <p>{t(off ? 'order.off' : 'raise.mayBeOff')}</p>
    </Banner>
  );
}
