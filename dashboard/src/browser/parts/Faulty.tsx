import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Banner.module.css';

type Props = Readonly<{ sentence: string; children?: ReactNode }>;

/** Says what went wrong, so that a screen reader says it too. */
export const Faulty = ({ sentence, children }: Props) => (
  <div role="alert" className={`${styles.banner} ${styles.grave}`}>
    <CircleAlert aria-hidden size={20} />
    <p>{sentence}</p>
    {children}
  </div>
);
