import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { useAsk } from '../../../graph/useAsk.ts';
import { useChange } from '../../../graph/useChange.ts';
import { useSession } from '../../../session/Session.tsx';
import { SharingNoticeDocument, type SharingOnFileQuery, SharingRecordDocument } from '../generated/sharing.ts';
import type { Agencies } from '../useAgencyNames.ts';
import { ConsentForm } from './ConsentForm.tsx';
import { type Draft, emptyDraft, inputOf, missingOf } from './draft.ts';
import { lastDayOf } from './lastDayOf.ts';
import { ReadBackPage } from './ReadBackPage.tsx';
import { nameOfLanguage } from './spoken.ts';
import { useSettled } from './useSettled.ts';

export type SharingClient = NonNullable<SharingOnFileQuery['client']>;

type Props = Readonly<{ client: SharingClient; agencies: Agencies; onEnd: () => void }>;

/** Records a consent or a refusal: filled in on one page, read back on the next, and then put on file. */
export function RecordConsent({ client, agencies, onEnd }: Props) {
  const { i18n } = useTranslation();
  const { me } = useKnown();
  const isSelf = useSession().signed.role === 'CLIENT';
  const [draft, setDraft] = useState(() =>
    emptyDraft(nameOfLanguage(i18n.language), isSelf ? null : (me?.agency.id ?? null)),
  );
  const [reading, setReading] = useState(false);
  const spoken = draft.language.trim();
  const language = useSettled(spoken);
  const notice = useAsk(SharingNoticeDocument, { variables: { language }, skip: language === '' });
  // While the language is still being typed, its notice is not known yet.
  const isKnown = language === spoken && !notice.waiting;
  const agreed = isKnown ? (notice.data?.consentNotice ?? null) : null;
  // Clients who record it themselves were given no paper, so if the partners agreed on no notice there is none to name.
  const version = agreed?.version ?? (isSelf ? 'none' : draft.notice);
  const input = useMemo(
    () => inputOf(draft, { client: client.id, version, to: lastDayOf(draft) }),
    [draft, client.id, version],
  );
  const missing = isKnown ? missingOf(draft, version) : (['notice'] as const);
  const recording = useChange(SharingRecordDocument, { askAgain: ['SharingOnFile'] });
  if (reading)
    return (
      <ReadBackPage
        {...{ draft, client, agencies, version, recording }}
        onChange={() => setReading(false)}
        onSave={() => recording.ask({ consent: input }).then(Boolean)}
        onEnd={onEnd}
      />
    );
  return (
    <ConsentForm
      {...{ draft, client, agencies, agreed, input, missing, isSelf }}
      onChange={(part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))}
      onRead={() => setReading(true)}
      onEnd={onEnd}
    />
  );
}
