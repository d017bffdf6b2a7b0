import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Banner.module.css';

type Props = Readonly<{
  sentence: string;
  /** The language of the sentence, if it is not the page's. */
  lang?: 'en' | undefined;
  children?: ReactNode;
}>;

/** Shows what went wrong, and has a screen reader announce it. */
export const Faulty = ({ sentence, lang, children }: Props) => (
  <div role="alert" className={`${styles.banner} ${styles.grave}`}>
    <CircleAlert aria-hidden size={20} />
    <p lang={lang}>{sentence}</p>
    {children}
  </div>
);
