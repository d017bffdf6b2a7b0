import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Day } from '../parts/Day.tsx';
import { OnPaper } from '../parts/OnPaper.tsx';
import styles from './Page.module.css';
import { useKeptScroll } from './useKeptScroll.ts';

type Props = Readonly<{
  /** The heading. Never put into the window's title, which shows up in histories, task bars and shared screens. */
  title: ReactNode;
  /** A line that says what the page is for. */
  lead?: ReactNode;
  /** Buttons for the whole page. */
  actions?: ReactNode;
  children: ReactNode;
}>;

/** A page. Its heading takes the focus when it opens, so that a screen reader starts there. */
export function Page({ title, lead, actions, children }: Props) {
  const { t, i18n } = useTranslation('frame');
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptScroll();
  useEffect(() => {
    document.title = 'Accord';
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main id="main" className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p>{lead}</p>}
          <OnPaper>
            {t('printed')} <Day of={new Date().toISOString()} withTime />. {t('since')}
          </OnPaper>
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
      {i18n.language !== 'en' && <p className={styles.unchecked}>{t('unchecked')}</p>}
    </main>
  );
}
