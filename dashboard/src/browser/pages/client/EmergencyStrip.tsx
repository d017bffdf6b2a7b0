import { Siren } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../graph/useChange.ts';
import { Button } from '../../parts/Button.tsx';
import { Faulted } from '../../parts/Faulted.tsx';
import styles from './Emergency.module.css';
import { ClientEndGlassDocument } from './generated/emergency.ts';

/** Emergency access that was taken. */
export type Glass = Readonly<{ id: string; until: string }>;

type Props = Readonly<{ glass: Glass; onEnd: () => void }>;

/**
 * Says above the emergency view that it is one, and when it ends, and lets the worker end it sooner. It ends automatically when its
 * time is up.
 */
export function EmergencyStrip({ glass, onEnd }: Props) {
  const { t } = useTranslation('client');
  const ending = useChange(ClientEndGlassDocument);
  const left = useSecondsUntil(glass.until);
  useEffect(() => {
    if (left <= 0) onEnd();
  }, [left, onEnd]);
  const end = async () => {
    if (await ending.ask({ id: glass.id })) onEnd();
  };
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <section className={styles.strip} aria-label={t('emergency.title')}>
      <Siren aria-hidden size={24} />
      <p>
        <strong>{t('emergency.now')}</strong> {t('emergency.left')} <span role="timer">{time}</span>.{' '}
        {t('emergency.told')}
      </p>
      <Button onPress={end} isDisabled={ending.asking}>
        {t('emergency.end')}
      </Button>
      <Faulted of={ending.fault} />
    </section>
  );
}

function useSecondsUntil(instant: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  return Math.max(0, Math.round((Date.parse(instant) - now) / 1000));
}
