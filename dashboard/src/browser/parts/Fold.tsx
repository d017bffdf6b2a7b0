import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { Button } from './Button.tsx';
import styles from './Fold.module.css';

type Props = Readonly<{
  title: string;
  /** Of its heading: 3, inside a card; 2, where it stands by itself; 4, below a heading of a card's part. */
  level?: 2 | 3 | 4;
  children: ReactNode;
}>;

/** A part that is folded away until somebody wants it. */
export const Fold = ({ title, level = 3, children }: Props) => (
  <Disclosure className={styles.fold ?? ''}>
    <Heading level={level}>
      <Button slot="trigger" kind="quiet">
        <ChevronRight aria-hidden size={18} />
        {title}
      </Button>
    </Heading>
    <DisclosurePanel>{children}</DisclosurePanel>
  </Disclosure>
);
