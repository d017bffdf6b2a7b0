import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../parts/Card.tsx';
import { Radios } from '../../../parts/Radios.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import type { SharingNoticeQuery } from '../generated/sharing.ts';
import styles from '../sharing.module.css';
import type { FormProps } from './ConsentForm.tsx';
import { pageLanguageOf, spokenLanguages } from './spoken.ts';

export type Agreed = NonNullable<SharingNoticeQuery['consentNotice']>;

type Props = FormProps & Readonly<{ agreed: Agreed | null; isSelf: boolean }>;

/** The language spoken, and the notice read to the client before anything is said. */
export function NoticeCard({ draft, onChange, faultOf, agreed, isSelf }: Props) {
  const { t } = useTranslation('sharing');
  const isSpoken = spokenLanguages.some(({ id }) => id === draft.language);
  const [other, setOther] = useState(!isSpoken);
  const fault = faultOf('language');
  const noticeFault = faultOf('notice');
  return (
    <Card title={t('record.notice.title')}>
      <Radios
        label={t('record.language.label')}
        inColumns
        choices={[...spokenLanguages, { id: 'other', label: t('record.language.other') }]}
        value={other ? 'other' : draft.language}
        onChange={(chosen) => {
          setOther(chosen === 'other');
          onChange({ language: chosen === 'other' ? '' : chosen });
        }}
      />
      {other && (
        <TextField
          label={t('record.language.which')}
          hint={t('record.language.hint')}
          value={draft.language}
          onChange={(language) => onChange({ language })}
          {...(fault && { fault })}
        />
      )}
      {agreed ? (
        <>
          <p>{t(isSelf ? 'record.notice.textSelf' : 'record.notice.text')}</p>
          <blockquote className={styles.notice} lang={pageLanguageOf(agreed.language)}>
            {agreed.text}
          </blockquote>
          <p>{t('record.notice.version', { version: agreed.version })}</p>
        </>
      ) : (
        !isSelf && (
          <TextField
            label={t('record.notice.own')}
            hint={t('record.notice.none')}
            value={draft.notice}
            onChange={(notice) => onChange({ notice })}
            {...(noticeFault && { fault: noticeFault })}
          />
        )
      )}
    </Card>
  );
}
