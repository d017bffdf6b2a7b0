import type { ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../graph/useChange.ts';
import { Button } from '../../parts/Button.tsx';
import { Faulted } from '../../parts/Faulted.tsx';
import styles from './Notices.module.css';

type Props = Readonly<{
  change: Pick<Change<unknown, never>, 'asking' | 'fault'>;
  /** The button's label. */
  save: string;
  /** `grave`: saving takes a protection away. */
  kind?: 'main' | 'grave';
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}>;

/** The form of a dialog that asks for a reason: the fields, any error, save or cancel. */
export function ReasonForm({ change, save, kind = 'main', onSave, onClose, children }: Props) {
  const { t } = useTranslation('frame');
  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      <Faulted of={change.fault} />
      <div className={styles.line}>
        <Button type="submit" kind={kind} isDisabled={change.asking}>
          {save}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </div>
    </Form>
  );
}
