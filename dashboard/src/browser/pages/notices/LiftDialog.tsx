import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../graph/useChange.ts';
import { Banner } from '../../parts/Banner.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { NoticesLiftBlockDocument } from './generated/notices.ts';
import { ReasonForm } from './ReasonForm.tsx';

type Props = Readonly<{ block: string; onClose: () => void; onLifted: () => void }>;

/** Lifts a block, with the reason why it is over. */
export function LiftDialog({ block, onClose, onLifted }: Props) {
  const { t } = useTranslation('notices');
  const change = useChange(NoticesLiftBlockDocument, { askAgain: ['NoticesBlocks'] });
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (!why.trim() || !(await change.ask({ id: block, why: why.trim() }))) return;
    onLifted();
    onClose();
  };
  return (
    <Dialog title={t('blocks.dialog')} isOpen onClose={onClose}>
      <ReasonForm change={change} save={t('blocks.save')} kind="grave" onSave={send} onClose={onClose}>
        <Banner kind="care">
          <p>{t('blocks.warning')}</p>
        </Banner>
        <TextField
          label={t('blocks.why')}
          lines={3}
          maxLength={500}
          value={why}
          onChange={setWhy}
          {...(tried && !why.trim() && { fault: t('blocks.whyNeeded') })}
        />
      </ReasonForm>
    </Dialog>
  );
}
