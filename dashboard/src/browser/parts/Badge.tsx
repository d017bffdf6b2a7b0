import type { ReactNode } from 'react';
import styles from './Badge.module.css';

type Props = Readonly<{ tone?: 'plain' | 'note' | 'good' | 'care' | 'grave' | 'gravest'; children: ReactNode }>;

/** A word in a frame. The word carries the meaning; the colour only helps. */
export const Badge = ({ tone = 'plain', children }: Props) => (
  <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>
);
