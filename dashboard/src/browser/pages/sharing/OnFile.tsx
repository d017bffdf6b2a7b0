import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../parts/Banner.tsx';
import { Card } from '../../parts/Card.tsx';
import { Fold } from '../../parts/Fold.tsx';
import { useSession } from '../../session/Session.tsx';
import { ConsentItem } from './ConsentItem.tsx';
import type { SharingConsentFragment } from './generated/sharing.ts';
import { isLive } from './isLive.ts';
import styles from './sharing.module.css';
import type { Agencies } from './useAgencyNames.ts';

type Props = Readonly<{ consents: readonly SharingConsentFragment[]; agencies: Agencies }>;

/** What is on file: what holds, and, folded away, what does not any more. */
export function OnFile({ consents, agencies }: Props) {
  const { t } = useTranslation('sharing');
  const isSelf = useSession().signed.role === 'CLIENT';
  const [done, setDone] = useState<string>();
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that did it is gone with what it stood on.
    if (done) said.current?.focus();
  }, [done]);
  const live = consents.filter(isLive);
  const former = consents.filter((one) => !isLive(one));
  return (
    <>
      {done && (
        <div ref={said} tabIndex={-1}>
          <Banner kind="done">
            <p>{done}</p>
          </Banner>
        </div>
      )}
      <Card title={t('file.title')}>
        <p>{t(isSelf ? 'file.textSelf' : 'file.text')}</p>
        {live.length === 0 && <p>{t(isSelf ? 'file.noneSelf' : 'file.none')}</p>}
        <ul className={styles.list}>
          {live.map((consent) => (
            <ConsentItem key={consent.id} consent={consent} agencies={agencies} onDone={setDone} />
          ))}
        </ul>
        {former.length > 0 && (
          <Fold title={t('file.former', { count: former.length })}>
            <ul className={styles.list}>
              {former.map((consent) => (
                <ConsentItem key={consent.id} consent={consent} agencies={agencies} onDone={setDone} />
              ))}
            </ul>
          </Fold>
        )}
      </Card>
    </>
  );
}
