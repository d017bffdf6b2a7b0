import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** A thing known: what it is, and what is known. */
export type Fact = Readonly<{ word: string; is: ReactNode }>;

/** Things known, one a row. A fact that is nothing is left out. */
export const Facts = ({ of }: Readonly<{ of: readonly Fact[] }>) => (
  <dl className={styles.facts}>
    {of.map(({ word, is }) =>
      is === null || is === undefined || is === '' || is === false ? null : (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{is}</dd>
        </div>
      ),
    )}
  </dl>
);
