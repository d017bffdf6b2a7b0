import { useTranslation } from 'react-i18next';
import { Checks } from '../../../parts/Checks.tsx';
import { dotted } from '../../../parts/dotted.ts';
import { useTerms } from '../../../parts/useTerms.ts';
import type { SharingConsentFragment } from '../generated/sharing.ts';
import { isLive } from '../isLive.ts';
import type { FormProps } from './ConsentForm.tsx';

type Props = FormProps & Readonly<{ consents: readonly SharingConsentFragment[] }>;

/** What on file this consent replaces. A refusal on file overrides every consent that does not replace it. */
export function Replaces({ draft, onChange, consents }: Props) {
  const { t, i18n } = useTranslation('sharing');
  const { kind } = useTerms();
  const live = consents.filter(isLive);
  if (live.length === 0) return null;
  const days = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-AU' : i18n.language, { dateStyle: 'medium' });
  const wordOf = ({ names, status, recordedAt }: SharingConsentFragment) =>
    t('record.replaces.one', {
      status: t(`status.${status}`),
      kinds: names.some(({ categories }) => categories === null)
        ? t('part.everyKind')
        : dotted([...new Set(names.flatMap(({ categories }) => categories ?? []))].map(kind)),
      day: days.format(new Date(recordedAt)),
    });
  return (
    <Checks
      label={t('record.replaces.label')}
      hint={t('record.replaces.hint')}
      choices={live.map((one) => ({ id: one.id, label: wordOf(one) }))}
      value={draft.replaces}
      onChange={(replaces) => onChange({ replaces })}
    />
  );
}
