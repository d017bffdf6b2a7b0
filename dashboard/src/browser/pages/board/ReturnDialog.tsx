import { type ReactNode, useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../graph/useChange.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Faulted } from '../../parts/Faulted.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useTried } from '../../parts/useTried.ts';
import styles from './Approvals.module.css';
import { BoardReturnDocument } from './generated/board.ts';

type Props = Readonly<{
  order: string;
  about: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  onReturned: () => void;
}>;

/** Gives an alert back to the worker who asked for it, with a reason. */
export function ReturnDialog({ order, about, isOpen, onClose, onReturned }: Props) {
  const { t } = useTranslation('board');
  const { t: inFrame } = useTranslation('frame');
  const giveBack = useChange(BoardReturnDocument, { askAgain: ['BoardApprovals'] });
  const [reason, setReason] = useState('');
  const [tried, setTried] = useTried();
  const send = async () => {
    setTried(true);
    if (!reason.trim() || !(await giveBack.ask({ order, reason: reason.trim() }))) return;
    onClose();
    onReturned();
  };
  return (
    <Dialog title={t('approvals.returnTitle')} about={about} isOpen={isOpen} onClose={onClose}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField
          label={t('approvals.reason')}
          hint={t('approvals.reasonHint')}
          lines={4}
          maxLength={500}
          value={reason}
          onChange={setReason}
          autoFocus
          {...(tried && !reason.trim() && { fault: t('approvals.reasonNeeded') })}
        />
        <Faulted of={giveBack.fault} />
        <div className={styles.actions}>
          <Button type="submit" kind="main" isDisabled={giveBack.asking}>
            {t('approvals.return')}
          </Button>
          <Button onPress={onClose}>{inFrame('cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
