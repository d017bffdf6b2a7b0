import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/Card.tsx';
import { Done } from '../../parts/Done.tsx';
import { Fold } from '../../parts/Fold.tsx';
import { useSession } from '../../session/Session.tsx';
import { ConsentItem } from './ConsentItem.tsx';
import type { SharingConsentFragment } from './generated/sharing.ts';
import { isLive } from './isLive.ts';
import styles from './sharing.module.css';
import type { Agencies } from './useAgencyNames.ts';

type Props = Readonly<{ consents: readonly SharingConsentFragment[]; agencies: Agencies }>;

/** The consents on file: those that hold, and, folded away, those that no longer do. */
export function OnFile({ consents, agencies }: Props) {
  const { t } = useTranslation('sharing');
  const isSelf = useSession().signed.role === 'CLIENT';
  const [done, setDone] = useState<Readonly<{ sentence: string }>>();
  const say = (sentence: string) => setDone({ sentence });
  const live = consents.filter(isLive);
  const former = consents.filter((one) => !isLive(one));
  return (
    <>
      <Done of={done}>
        <p>{done?.sentence}</p>
      </Done>
      <Card title={t('file.title')}>
        <p>{t(isSelf ? 'file.textSelf' : 'file.text')}</p>
        {live.length === 0 && <p>{t(isSelf ? 'file.noneSelf' : 'file.none')}</p>}
        <ul className={styles.list}>
          {live.map((consent) => (
            <ConsentItem key={consent.id} consent={consent} agencies={agencies} onDone={say} />
          ))}
        </ul>
        {former.length > 0 && (
          <Fold title={t('file.former', { count: former.length })}>
            <ul className={styles.list}>
              {former.map((consent) => (
                <ConsentItem key={consent.id} consent={consent} agencies={agencies} onDone={say} />
              ))}
            </ul>
          </Fold>
        )}
      </Card>
    </>
  );
}
