import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import styles from './Fold.module.css';
import { OnPaper } from './OnPaper.tsx';

type Props = Readonly<{
  title: string;
  /** The heading level: 3 inside a card; 2 on its own; 4 below a heading within a card. */
  level?: 2 | 3 | 4;
  children: ReactNode;
}>;

/**
 * A part that is folded away until somebody wants it. Its title is printed, with a note if it is folded: without the title, what is
 * over would read as current.
 */
export function Fold({ title, level = 3, children }: Props) {
  const { t } = useTranslation('frame');
  return (
    <Disclosure className={styles.fold ?? ''}>
      {({ isExpanded }) => (
        <>
          <Heading level={level}>
            <Button slot="trigger" kind="quiet">
              <ChevronRight aria-hidden size={18} />
              {title}
            </Button>
            <OnPaper>{isExpanded ? title : t('folded', { title })}</OnPaper>
          </Heading>
          <DisclosurePanel>{children}</DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}
