import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../../graph/useAsk.ts';
import { Answer } from '../../../parts/Answer.tsx';
import { EffectOf } from '../EffectOf.tsx';
import { type ConsentInput, SharingEffectOfConsentDocument } from '../generated/sharing.ts';
import styles from '../sharing.module.css';
import type { Agencies } from '../useAgencyNames.ts';
import { useSettled } from './useSettled.ts';

type Props = Readonly<{ input: ConsentInput; isWhole: boolean; agencies: Agencies }>;

/** What the consent would change, as soon as enough has been filled in. */
export function EffectPreview({ input, isWhole, agencies }: Props) {
  const { t } = useTranslation('sharing');
  // Left out of the query: the client's words and the witness do not affect what is released, so typing them must not repeat it.
  const { words: _, witness: __, ...said } = input;
  const key = useSettled(isWhole ? JSON.stringify(said) : '');
  const consent = useMemo(() => (key === '' ? input : said), [key]);
  const asked = useAsk(SharingEffectOfConsentDocument, { variables: { consent }, skip: key === '' });
  if (key === '' || !isWhole) return <p>{t('effect.notYet')}</p>;
  return (
    <div className={styles.effect}>
      <Answer of={asked} inForm>
        {({ consentEffect }) => <EffectOf effect={consentEffect} agencies={agencies} />}
      </Answer>
    </div>
  );
}
