import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Banner.module.css';

type Props = Readonly<{
  sentence: string;
  /** Of the sentence, where it is not that of the page. */
  lang?: 'en' | undefined;
  children?: ReactNode;
}>;

/** Says what went wrong, so that a screen reader says it too. */
export const Faulty = ({ sentence, lang, children }: Props) => (
  <div role="alert" className={`${styles.banner} ${styles.grave}`}>
    <CircleAlert aria-hidden size={20} />
    <p lang={lang}>{sentence}</p>
    {children}
  </div>
);
