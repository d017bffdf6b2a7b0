import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import type { GraphFault } from '../../../graph/GraphFault.ts';
import { Banner } from '../../../parts/Banner.tsx';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FromHub } from '../../../parts/FromHub.tsx';
import { useTried } from '../../../parts/useTried.ts';
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
  /** False: something lacks. Whoever goes on all the same is led to it. */
  mayAct: boolean;
  asking: boolean;
  fault: GraphFault | undefined;
  onClose: () => void;
  /** What there is to say; `tried`: somebody wanted to go on, and is told what lacks. */
  children: (tried: boolean) => ReactNode;
}>;

/** A button that opens a dialog in which something is done to an alert of one's own agency. */
export function ActDialog({ word, title, one, act, mayAct, asking, fault, onClose, children }: Props) {
  const { t } = useTranslation('frame');
  const { t: client } = useTranslation('client');
  const [isOpen, setOpen] = useState(false);
  const [tried, setTried] = useTried();
  const [done, setDone] = useState<string>();
  const { writesOff } = useKnown();
  const close = () => {
    setOpen(false);
    setTried(false);
    setDone(undefined);
    onClose();
  };
  const go = async () => {
    setTried(true);
    if (mayAct) setDone(await act());
  };
  // Nobody is to begin what their agency said it does not take.
  if (writesOff && !isOpen) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>{word}</Button>
      <Dialog
        title={title}
        about={one.label ? <FromHub>{one.label}</FromHub> : client('alerts.unnamed')}
        isOpen={isOpen}
        onClose={close}
      >
        {done === undefined ? (
          <>
            {children(tried)}
            <OrderFault of={fault} />
            <div className={styles.buttons}>
              <Button kind="main" isDisabled={asking} onPress={go}>
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
