import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Leave } from '../frame/Leave.tsx';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

type Props = Readonly<{
  title: string;
  /** Whom or what the dialog is about, since it covers the list or page it was opened from. A screen reader reads it with the title. */
  about?: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  /** `alertdialog`: it must be answered, and closes only by its own buttons. */
  kind?: 'dialog' | 'alertdialog';
  /** True: hides the page behind it completely. */
  covers?: boolean;
  children: ReactNode;
}>;

/** A dialog over the page. The page behind cannot be reached until it closes, so the way out is in the dialog too. */
export function Dialog({ title, about, isOpen, onClose, kind = 'dialog', covers = false, children }: Props) {
  const { t } = useTranslation('frame');
  const id = useId();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={kind === 'dialog'}
      isKeyboardDismissDisabled={kind === 'alertdialog'}
      className={`${styles.veil} ${covers ? styles.covers : ''}`}
    >
      <Modal className={styles.sheet ?? ''}>
        <AriaDialog role={kind} className={styles.dialog ?? ''} {...(about && { 'aria-describedby': id })}>
          <header>
            <Heading slot="title">{title}</Heading>
            <div className={styles.tools}>
              <Leave />
              {kind === 'dialog' && (
                <Button kind="quiet" aria-label={t('close')} onPress={onClose}>
                  <X aria-hidden size={20} />
                </Button>
              )}
            </div>
          </header>
          {about && (
            <div id={id} className={styles.about}>
              {about}
            </div>
          )}
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
