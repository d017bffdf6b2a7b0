import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import type { GraphFault } from '../../../graph/GraphFault.ts';
import { Banner } from '../../../parts/Banner.tsx';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FromHub } from '../../../parts/FromHub.tsx';
import styles from '../client.module.css';
import type { OneAlert } from '../holds.ts';
import { OrderFault } from './OrderFault.tsx';

type Props = Readonly<{
  /** On the button that opens it and the one that does it. */
  word: string;
  title: string;
  /** The alert it is done to. */
  one: OneAlert;
  /** Asks for it; gives what to say of it, or `undefined` where it was not taken. */
  act: () => Promise<string | undefined>;
  mayAct: boolean;
  asking: boolean;
  fault: GraphFault | undefined;
  onClose: () => void;
  children: ReactNode;
}>;

/** A button that opens a dialog in which something is done to an alert of one's own agency. */
export function ActDialog({ word, title, one, act, mayAct, asking, fault, onClose, children }: Props) {
  const { t } = useTranslation('frame');
  const { t: client } = useTranslation('client');
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState<string>();
  const { writesOff } = useKnown();
  const close = () => {
    setOpen(false);
    setDone(undefined);
    onClose();
  };
  // Nobody is to begin what their agency said it does not take.
  if (writesOff && !isOpen) return null;
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {word}
      </Button>
      <Dialog
        title={title}
        about={one.label ? <FromHub>{one.label}</FromHub> : client('alerts.unnamed')}
        isOpen={isOpen}
        onClose={close}
      >
        {done === undefined ? (
          <>
            {children}
            <OrderFault of={fault} />
            <div className={styles.buttons}>
              <Button kind="main" isDisabled={!mayAct || asking} onPress={async () => setDone(await act())}>
                {word}
              </Button>
              <Button onPress={close}>{t('cancel')}</Button>
            </div>
          </>
        ) : (
          <>
            <Banner kind="done">
              <p>{done}</p>
            </Banner>
            <Button onPress={close}>{t('close')}</Button>
          </>
        )}
      </Dialog>
    </>
  );
}
