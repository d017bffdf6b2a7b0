import { Check } from 'lucide-react';
import { Checkbox, CheckboxGroup, FieldError, Label, Text } from 'react-aria-components';
import styles from './Choices.module.css';
import { OnPaper } from './OnPaper.tsx';
import type { Choice } from './Select.tsx';

type Props<Id extends string> = Readonly<{
  label: string;
  hint?: string;
  choices: readonly Choice<Id>[];
  value: readonly Id[];
  onChange: (ids: readonly Id[]) => void;
  fault?: string;
  /** True: side by side where there is room. */
  inColumns?: boolean;
}>;

/** Any number of choices from a few. */
export function Checks<Id extends string>({ label, hint, choices, value, onChange, fault, inColumns }: Props<Id>) {
  return (
    <CheckboxGroup
      value={[...value]}
      onChange={(chosen) => onChange(choices.map(({ id }) => id).filter((id) => chosen.includes(id)))}
      isInvalid={fault !== undefined}
      className={`on-screen ${styles.group}`}
    >
      <Label className={styles.legend ?? ''}>{label}</Label>
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <div className={inColumns ? styles.columns : styles.rows}>
        {choices.map((choice) => (
          <Checkbox key={choice.id} value={choice.id} className={styles.choice ?? ''}>
            <span className={styles.square} aria-hidden>
              <Check size={16} strokeWidth={3} />
            </span>
            <span lang={choice.lang}>{choice.label}</span>
          </Checkbox>
        ))}
      </div>
      <FieldError className={styles.fault ?? ''}>{fault}</FieldError>
    </CheckboxGroup>
  );
}

/** A single checkbox. */
export const CheckOne = ({
  label,
  value,
  onChange,
}: Readonly<{ label: string; value: boolean; onChange: (value: boolean) => void }>) => (
  <>
    <Checkbox isSelected={value} onChange={onChange} className={`on-screen ${styles.choice}`}>
      <span className={styles.square} aria-hidden>
        <Check size={16} strokeWidth={3} />
      </span>
      {label}
    </Checkbox>
    {value && <OnPaper>{label}</OnPaper>}
  </>
);
