import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/Card.tsx';
import { CoveredAddress } from '../../parts/CoveredAddress.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { Said } from '../../parts/Said.tsx';
import { sourced } from '../../parts/sourced.ts';
import styles from './client.module.css';
import type { FirstClient } from './WhoCard.tsx';

const ways = ['VOICEMAIL', 'SMS', 'LETTER'] as const;

/** How to reach the person; how not to comes first. */
export function ReachCard({ client: { records, alerts } }: Readonly<{ client: FirstClient }>) {
  const { t } = useTranslation('client');
  const contacts = records.flatMap(({ contact }) => contact ?? []);
  const unsafe = ways.filter((way) => contacts.some((contact) => contact.unsafe?.includes(way)));
  const safeWhen = sourced(records, ({ contact }) => contact?.safeWhen);
  const email = sourced(records, ({ contact }) => contact?.email);
  return (
    <Card title={t('reach.title')}>
      {unsafe.length > 0 ? (
        <div className={styles.unsafe}>
          <ShieldAlert aria-hidden size={24} />
          <ul>
            {unsafe.map((way) => (
              <li key={way}>{t(`reach.unsafe.${way}`)}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p>{t('reach.noUnsafe')}</p>
      )}
      {/* An agency that did not answer may know of another unsafe way. */}
      {alerts?.complete !== true && <p>{t('reach.incomplete')}</p>}
      <Facts
        of={[
          { word: t('reach.safeWhen'), is: <Said of={safeWhen} as={(words) => <q>{words}</q>} /> },
          {
            word: t('reach.phone'),
            is: (
              <Said
                of={sourced(records, ({ contact }) => contact?.phone)}
                as={(phone) => <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>}
              />
            ),
          },
          {
            word: t('reach.email'),
            is: email.length > 0 && <Said of={email} as={(address) => <a href={`mailto:${address}`}>{address}</a>} />,
          },
          {
            word: t('reach.address'),
            is: <CoveredAddress word={t('reach.address')} records={records} />,
          },
        ]}
      />
    </Card>
  );
}
