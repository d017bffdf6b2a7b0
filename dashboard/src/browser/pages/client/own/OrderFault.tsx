import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import type { GraphFault } from '../../../graph/GraphFault.ts';
import { Banner } from '../../../parts/Banner.tsx';
import { Faulted } from '../../../parts/Faulted.tsx';
import { Faulty } from '../../../parts/Faulty.tsx';

/** Why a write order was refused, and what the worker can do then. */
export function OrderFault({ of }: Readonly<{ of: GraphFault | undefined }>) {
  const { t } = useTranslation('client');
  const { writesOff, sayWritesOff } = useKnown();
  const off = of?.code === 'WRITES_OFF';
  useEffect(() => {
    if (off && !writesOff) sayWritesOff();
  }, [off, writesOff, sayWritesOff]);
  if (!of) return null;
  if (off)
    return (
      <Banner kind="care">
        <p>{t('order.off')}</p>
      </Banner>
    );
  return of.code === 'WRITE_UNCERTAIN' ? <Faulty sentence={t('order.uncertain')} /> : <Faulted of={of} />;
}
