import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../graph/useChange.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Radios } from '../../parts/Radios.tsx';
import { useTried } from '../../parts/useTried.ts';
import type { Glass } from './GlassText.tsx';
import { type ClientTold, NoticesClientToldDocument } from './generated/notices.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { Whom } from './Whom.tsx';

type Props = Readonly<{ glass: Glass; onClose: () => void; onSaid: () => void }>;

const answers = ['TOLD', 'NOT_SAFE'] as const satisfies readonly ClientTold[];

/** Records whether the client has been told that emergency access was taken to their records. */
export function ToldDialog({ glass, onClose, onSaid }: Props) {
  const { t } = useTranslation('notices');
  const change = useChange(NoticesClientToldDocument, { askAgain: ['NoticesGlasses'] });
  const [clientTold, setClientTold] = useState<ClientTold | null>(null);
  const [tried, setTried] = useTried();
  const send = async () => {
    setTried(true);
    if (!clientTold) return;
    if (!(await change.ask({ id: glass.id, clientTold }))) return;
    onSaid();
    onClose();
  };
  return (
    <Dialog title={t('glasses.told.dialog')} about={<Whom of={glass.client} />} isOpen onClose={onClose}>
      <p>{t('glasses.told.hint')}</p>
      <ReasonForm change={change} save={t('glasses.told.save')} onSave={send} onClose={onClose}>
        <Radios
          label={t('glasses.told.choose')}
          choices={answers.map((id) => ({ id, label: t(`glasses.told.${id}`) }))}
          value={clientTold}
          onChange={setClientTold}
          {...(tried && !clientTold && { fault: t('glasses.told.needed') })}
        />
      </ReasonForm>
    </Dialog>
  );
}
