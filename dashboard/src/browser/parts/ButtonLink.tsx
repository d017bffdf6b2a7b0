import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './Button.module.css';

type Props = Readonly<{ to: string; children: ReactNode }>;

/** A link to another page that looks like the buttons beside it. */
export const ButtonLink = ({ to, children }: Props) => (
  <Link to={to} className={`on-screen ${styles.button} ${styles.link}`}>
    {children}
  </Link>
);
