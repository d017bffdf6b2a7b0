import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../graph/useChange.ts';
import { Banner } from '../../parts/Banner.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useTried } from '../../parts/useTried.ts';
import type { Block } from './BlockText.tsx';
import { NoticesLiftBlockDocument } from './generated/notices.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { Whom } from './Whom.tsx';

type Props = Readonly<{ block: Block; onClose: () => void; onLifted: () => void }>;

/** Lifts a block, with the reason why it is no longer needed. */
export function LiftDialog({ block, onClose, onLifted }: Props) {
  const { t } = useTranslation('notices');
  const change = useChange(NoticesLiftBlockDocument, { askAgain: ['NoticesBlocks'] });
  const [why, setWhy] = useState('');
  const [tried, setTried] = useTried();
  const send = async () => {
    setTried(true);
    if (!why.trim() || !(await change.ask({ id: block.id, why: why.trim() }))) return;
    onLifted();
    onClose();
  };
  return (
    <Dialog title={t('blocks.dialog')} about={<Whom of={block.client} />} isOpen onClose={onClose}>
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
