import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  type TextFieldProps,
} from 'react-aria-components';
import styles from './Field.module.css';

type Props = Omit<TextFieldProps, 'className' | 'style' | 'children'> &
  Readonly<{
    label: string;
    /** A line that says what is wanted. */
    hint?: string;
    /** Number of lines; left out: one. */
    lines?: number;
    /** The error to show on it. */
    fault?: string;
  }>;

/** A field for text. */
export const TextField = ({ label, hint, lines = 1, fault, ...props }: Props) => (
  <AriaTextField {...props} isInvalid={fault !== undefined} className={`on-screen ${styles.field}`}>
    <Label>{label}</Label>
    {hint && (
      <Text slot="description" className={styles.hint ?? ''}>
        {hint}
      </Text>
    )}
    {lines > 1 ? <TextArea rows={lines} className={styles.box ?? ''} /> : <Input className={styles.box ?? ''} />}
    <FieldError className={styles.fault ?? ''}>{fault}</FieldError>
  </AriaTextField>
);
