import { useTranslation } from 'react-i18next';
import { Radios } from '../../../parts/Radios.tsx';
import type { FormProps } from './ConsentForm.tsx';
import type { SharingClient } from './RecordConsent.tsx';

type Props = FormProps & Readonly<{ proxies: NonNullable<SharingClient['proxies']> }>;

/** Who gives the consent: the client, or a proxy on file for them. Not asked if there is no proxy. */
export function WhoGives({ draft, onChange, proxies }: Props) {
  const { t } = useTranslation('sharing');
  const speaking = proxies.filter(({ endedAt }) => endedAt === null);
  if (speaking.length === 0) return null;
  return (
    <Radios
      label={t('record.giver.label')}
      choices={[
        { id: 'self', label: t('record.giver.self') },
        ...speaking.map(({ id, capacity }) => ({ id, label: t(`givenBy.${capacity}`) })),
      ]}
      value={draft.proxy ?? 'self'}
      onChange={(giver) => onChange({ proxy: giver === 'self' ? null : giver })}
    />
  );
}
