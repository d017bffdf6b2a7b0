import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { leaveNow } from '../session/leaveNow.ts';
import { useSession } from '../session/Session.tsx';
import styles from './Frame.module.css';
import { useKnown } from './Known.tsx';
import { Leave } from './Leave.tsx';
import { Mark } from './Mark.tsx';
import { NoticeCount } from './NoticeCount.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { PurposeChooser } from './PurposeChooser.tsx';
import { offeredTo, pages } from './pages.ts';
import { useThreeEscapes } from './useThreeEscapes.ts';

/** The frame around every page: the way out, who is asking and why, the menu. A client has only one purpose, so gets no chooser. */
export function Frame({ children }: Readonly<{ children: ReactNode }>) {
  const { t } = useTranslation('frame');
  const { settings, signed } = useSession();
  useThreeEscapes(() => leaveNow(settings.leaveTo));
  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip}>
        {t('nav.skip')}
      </a>
      <header className={styles.head}>
        <Mark />
        <div className={styles.tools}>
          {signed.role !== 'CLIENT' && (
            <div className={styles.purpose}>
              <PurposeChooser />
            </div>
          )}
          <PersonMenu />
          <Leave />
        </div>
      </header>
      <Menu />
      {children}
    </div>
  );
}

function Menu() {
  const { t } = useTranslation('frame');
  const { mayDo } = useKnown();
  const { role } = useSession().signed;
  const menu = useOpenInSight();
  return (
    <nav ref={menu} className={styles.nav} aria-label={t('nav.label')}>
      <ul>
        {pages.map((page) =>
          page.nav && offeredTo(page, { role, may: mayDo }) ? (
            <li key={page.path}>
              <NavLink to={page.path}>
                {t(`nav.${page.nav}`)}
                {page.nav === 'notices' && mayDo.includes('notices') && <NoticeCount />}
              </NavLink>
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  );
}

/** On a phone, where the menu is wider than the screen, scrolls it sideways to show the entry of the open page. */
function useOpenInSight(): RefObject<HTMLElement | null> {
  const menu = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const { mayDo } = useKnown();
  const { i18n } = useTranslation('frame');
  // These decide which entry is open and how wide the labels before it are.
  useEffect(() => {
    const open = menu.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (!menu.current || !open) return;
    const [around, place] = [menu.current.getBoundingClientRect(), open.getBoundingClientRect()];
    menu.current.scrollLeft += place.left + place.width / 2 - (around.left + around.width / 2);
  }, [pathname, mayDo, i18n.resolvedLanguage]);
  return menu;
}
