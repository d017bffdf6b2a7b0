import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

type Props = Readonly<{ title: ReactNode; actions?: ReactNode; children: ReactNode }>;

/** A part of a page under its own heading. */
export function Card({ title, actions, children }: Props) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}
