import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** A label and its value. */
export type Fact = Readonly<{ word: string; is: ReactNode }>;

/** Facts, one per row. A fact without a value is left out. */
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
