import type { ReactNode } from 'react';
import { Checks } from '../../../parts/Checks.tsx';
import { Radios } from '../../../parts/Radios.tsx';
import type { Choice } from '../../../parts/Select.tsx';
import styles from '../sharing.module.css';
import type { Chosen } from './draft.ts';

type Props = Readonly<{
  label: string;
  hint?: string;
  /** The labels of the two answers. */
  some: string;
  any: string;
  /** The list's label, also for screen readers. */
  which: string;
  choices: readonly Choice[];
  value: Chosen;
  onChange: (chosen: Chosen) => void;
  fault?: string;
  /** Shown instead of a plain list. */
  children?: ReactNode;
}>;

/** Chooses some from a few, or states that any are meant. */
export function SomeOrAny({ label, hint, some, any, which, choices, value, onChange, fault, children }: Props) {
  return (
    <>
      <Radios
        label={label}
        {...(hint && { hint })}
        choices={[
          { id: 'some', label: some },
          { id: 'any', label: any },
        ]}
        value={value.any ? 'any' : 'some'}
        onChange={(answer) => onChange({ ...value, any: answer === 'any' })}
      />
      {!value.any && (
        <div className={styles.nested}>
          {children ?? (
            <Checks
              label={which}
              inColumns
              choices={choices}
              value={value.ids}
              onChange={(ids) => onChange({ ...value, ids })}
              {...(fault && { fault })}
            />
          )}
        </div>
      )}
    </>
  );
}
