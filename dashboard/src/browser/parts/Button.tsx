import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import styles from './Button.module.css';

type Props = Omit<ButtonProps, 'className' | 'style'> &
  Readonly<{
    ref?: Ref<HTMLButtonElement>;
    /** `main`: the main action here; `plain`; `quiet`: without a frame; `grave`: cannot be undone; `row`: as wide as there is room. */
    kind?: 'main' | 'plain' | 'quiet' | 'grave' | 'row';
  }>;

export const Button = ({ kind = 'plain', ...props }: Props) => (
  <AriaButton {...props} className={`on-screen ${styles.button} ${styles[kind] ?? ''}`} />
);
