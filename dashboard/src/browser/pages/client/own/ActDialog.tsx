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
  /** The label of both the button that opens the dialog and the one that acts. */
  word: string;
  title: string;
  /** The alert it acts on. */
  one: OneAlert;
  /** Sends the request; returns the sentence that reports it, or `undefined` if it was refused. */
  act: () => Promise<string | undefined>;
  /** False while something is missing; trying to act then leads to the first missing field. */
  mayAct: boolean;
  asking: boolean;
  fault: GraphFault | undefined;
  onClose: () => void;
  /** The fields; with `tried`, after an attempt to act, they show what is missing. */
  children: (tried: boolean) => ReactNode;
}>;

/** A button that opens a dialog for one action on an alert of the worker's own agency. */
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
  // Do not let anybody start what their agency has said it does not take.
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
