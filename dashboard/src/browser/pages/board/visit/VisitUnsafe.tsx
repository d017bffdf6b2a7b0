import { MailX, MessageSquareX, VoicemailIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './Visit.module.css';
import type { VisitedPerson } from './Visit.tsx';

const icons = { VOICEMAIL: VoicemailIcon, SMS: MessageSquareX, LETTER: MailX } as const;
const ways = ['VOICEMAIL', 'SMS', 'LETTER'] as const;

/** Ways of reaching the person that an agency has marked unsafe, and when it is safe, in the person's own words. */
export function VisitUnsafe({ of: { records, alerts } }: Readonly<{ of: VisitedPerson }>) {
  const { t } = useTranslation('board');
  const unsafe = ways.filter((way) => records.some(({ contact }) => contact?.unsafe?.includes(way)));
  const times = [...new Set(records.flatMap(({ contact }) => contact?.safeWhen ?? []))];
  return (
    <section className={`${styles.part} ${unsafe.length > 0 ? styles.care : styles.plain}`}>
      <h2>{t('go.unsafe')}</h2>
      {unsafe.length === 0 && <p>{t('go.noUnsafe')}</p>}
      {unsafe.length > 0 && (
        <ul className={styles.ways}>
          {unsafe.map((way) => {
            const Icon = icons[way];
            return (
              <li key={way}>
                <Icon aria-hidden />
                {t(`go.ways.${way}`)}
              </li>
            );
          })}
        </ul>
      )}
      {alerts.complete !== true && <p>{t('go.unsafeIncomplete')}</p>}
      {times.length > 0 && (
        <p>
          <strong>{t('go.safeWhen')}:</strong> {times.map((time) => `“${time}”`).join(' ')}
        </p>
      )}
    </section>
  );
}
