import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../graph/useChange.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Radios } from '../../parts/Radios.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useTried } from '../../parts/useTried.ts';
import type { Glass } from './GlassText.tsx';
import { type BreakGlassOutcome, NoticesReviewGlassDocument } from './generated/notices.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { Whom } from './Whom.tsx';

type Props = Readonly<{ glass: Glass; onClose: () => void; onReviewed: () => void }>;

const outcomes = ['JUSTIFIED', 'NOT_JUSTIFIED'] as const satisfies readonly BreakGlassOutcome[];

/** Records whether emergency access was right, and why. */
export function ReviewDialog({ glass, onClose, onReviewed }: Props) {
  const { t } = useTranslation('notices');
  const change = useChange(NoticesReviewGlassDocument, {
    askAgain: ['NoticesGlasses', 'Notices', 'FrameNotices'],
  });
  const [outcome, setOutcome] = useState<BreakGlassOutcome | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useTried();
  const send = async () => {
    setTried(true);
    if (!outcome || !note.trim()) return;
    if (!(await change.ask({ review: { id: glass.id, outcome, note: note.trim() } }))) return;
    onReviewed();
    onClose();
  };
  return (
    <Dialog title={t('glasses.dialog')} about={<Whom of={glass.client} />} isOpen onClose={onClose}>
      <ReasonForm change={change} save={t('glasses.save')} onSave={send} onClose={onClose}>
        <Radios
          label={t('glasses.outcome')}
          choices={outcomes.map((id) => ({ id, label: t(`glasses.outcomes.${id}`) }))}
          value={outcome}
          onChange={setOutcome}
          {...(tried && !outcome && { fault: t('glasses.outcomeNeeded') })}
        />
        <TextField
          label={t('glasses.note')}
          hint={t('glasses.noteHint')}
          lines={4}
          maxLength={500}
          value={note}
          onChange={setNote}
          {...(tried && !note.trim() && { fault: t('glasses.noteNeeded') })}
        />
      </ReasonForm>
    </Dialog>
  );
}
