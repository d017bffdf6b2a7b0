import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphFault } from '../../graph/GraphFault.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Faulted } from '../../parts/Faulted.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useTried } from '../../parts/useTried.ts';
import styles from './matching.module.css';

type Props = Readonly<{
  title: string;
  /** Whom it is about. */
  about?: ReactNode;
  /** What will happen. */
  text: string;
  /** The label of the button that acts. */
  go: string;
  /** True: it separates something at once, and is styled accordingly. */
  isGrave?: boolean;
  asking: boolean;
  fault: GraphFault | undefined;
  onGo: (reason: string) => void;
  onClose: () => void;
}>;

/** Says what will happen and asks for the reason, before anything is decided about a pair or about a record in a file. */
export function WhyDialog({ title, about, text, go, isGrave = false, asking, fault, onGo, onClose }: Props) {
  const { t } = useTranslation('matching');
  const { t: frame } = useTranslation('frame');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useTried();
  const say = () => {
    setTried(true);
    if (reason.trim() !== '') onGo(reason.trim());
  };
  return (
    <Dialog title={title} about={about} isOpen onClose={onClose}>
      <p>{text}</p>
      <TextField
        label={t('decide.reason')}
        hint={t('decide.reasonHint')}
        lines={3}
        value={reason}
        onChange={setReason}
        autoFocus
        {...(tried && reason.trim() === '' && { fault: t('decide.noReason') })}
      />
      <Faulted of={fault} />
      <div className={styles.words}>
        <Button kind={isGrave ? 'grave' : 'main'} onPress={say} isDisabled={asking}>
          {go}
        </Button>
        <Button onPress={onClose}>{frame('cancel')}</Button>
      </div>
    </Dialog>
  );
}
