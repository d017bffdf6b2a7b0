import { FieldError, Label, Radio, RadioGroup, Text } from 'react-aria-components';
import styles from './Choices.module.css';
import type { Choice } from './Select.tsx';

type Props<Id extends string> = Readonly<{
  label: string;
  hint?: string;
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  fault?: string;
  inColumns?: boolean;
}>;

/** One choice from a few, all of them visible. */
export function Radios<Id extends string>({ label, hint, choices, value, onChange, fault, inColumns }: Props<Id>) {
  const choose = (chosen: string) => {
    const choice = choices.find(({ id }) => id === chosen);
    if (choice) onChange(choice.id);
  };
  return (
    <RadioGroup value={value} onChange={choose} isInvalid={fault !== undefined} className={`on-screen ${styles.group}`}>
      <Label className={styles.legend ?? ''}>{label}</Label>
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <div className={inColumns ? styles.columns : styles.rows}>
        {choices.map(({ id, label: word, lang }) => (
          <Radio key={id} value={id} className={styles.choice ?? ''}>
            <span className={styles.round} aria-hidden />
            <span lang={lang}>{word}</span>
          </Radio>
        ))}
      </div>
      <FieldError className={styles.fault ?? ''}>{fault}</FieldError>
    </RadioGroup>
  );
}
