import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Day } from '../../parts/Day.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { later } from '../../parts/later.tsx';
import { AllNamed } from './AllNamed.tsx';
import type { SharingConsentFragment } from './generated/sharing.ts';
import { isLive } from './isLive.ts';
import { PartFacts } from './PartFacts.tsx';
import styles from './sharing.module.css';
import type { Agencies } from './useAgencyNames.ts';

const ConsentActs = later(async () => (await import('./ConsentActs.tsx')).ConsentActs);

type Props = Readonly<{
  consent: SharingConsentFragment;
  agencies: Agencies;
  /** Called with a sentence about what was done, to show above the list. */
  onDone: (sentence: string) => void;
}>;

const tones = { ACTIVE: 'good', REFUSED: 'care' } as const;

/** A consent or a refusal in plain words, and the actions on it. */
export function ConsentItem({ consent, agencies, onDone }: Props) {
  const { t } = useTranslation('sharing');
  const { mayDo } = useKnown();
  const { status, names, except, givenBy, evidence, witness, words, language, to, recordedAt, withdrawnAt } = consent;
  const tone = status === 'ACTIVE' || status === 'REFUSED' ? tones[status] : 'plain';
  return (
    <li className={styles.item}>
      <header>
        <Badge tone={tone}>{t(`status.${status}`)}</Badge>
        <h3>
          <AllNamed parts={names} />
        </h3>
      </header>
      {words && <blockquote className={styles.words}>{words}</blockquote>}
      {names.map((part, nth) => (
        <PartFacts
          key={String(nth)}
          part={part}
          agencies={agencies}
          refuses={status === 'REFUSED'}
          withoutKinds={names.length === 1}
        />
      ))}
      {except.length > 0 && <h4>{t('part.except')}</h4>}
      {except.map((part, nth) => (
        <PartFacts key={String(nth)} part={part} agencies={agencies} refuses />
      ))}
      <Facts
        of={[
          { word: t('item.until'), is: withdrawnAt ? null : to ? <Day of={to} /> : t('item.untilWithdrawn') },
          { word: t('item.withdrawn'), is: withdrawnAt && <Day of={withdrawnAt} /> },
          { word: t('item.givenBy'), is: givenBy !== 'SELF' && t(`givenBy.${givenBy}`) },
          {
            word: t('item.how'),
            is: [t(`evidence.${evidence}`), witness && t('item.witness', { witness }), language]
              .filter((part) => part)
              .join(' · '),
          },
          { word: t('item.recorded'), is: <Day of={recordedAt} /> },
        ]}
      />
      {isLive(consent) && <ConsentActs {...{ consent, agencies, onDone, mayDo }} />}
    </li>
  );
}
