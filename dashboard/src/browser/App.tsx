import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import { Broken } from './frame/Broken.tsx';
import { Frame } from './frame/Frame.tsx';
import { KnownTo, useKnown } from './frame/Known.tsx';
import { forgetComing, pageOf } from './frame/loadPage.ts';
import styles from './frame/Page.module.css';
import { Page } from './frame/Page.tsx';
import { Places } from './frame/Places.tsx';
import { type DashboardPage, offeredTo, pages } from './frame/pages.ts';
import { later } from './parts/later.tsx';
import { Waiting } from './parts/Waiting.tsx';
import { SessionOf, useSession } from './session/Session.tsx';
import type { Settings } from './session/Settings.ts';
import type { Signed } from './session/Signed.ts';
import { SignIn } from './session/SignIn.tsx';

type Props = Readonly<{ settings: Settings; before: Signed | undefined; failed: boolean }>;

/** The whole app: the sign-in page, and the pages behind it. */
export function App({ settings, before, failed }: Props) {
  const [signed, setSigned] = useState(before);
  if (!signed) return <SignIn settings={settings} failed={failed} onSigned={setSigned} />;
  return (
    <SessionOf signed={signed} settings={settings} onEnd={() => setSigned(undefined)}>
      <BrowserRouter>
        <KnownTo>
          <Frame>
            <Places>
              <Whole>
                <Pages />
              </Whole>
            </Places>
          </Frame>
          <IdleEnd />
        </KnownTo>
      </BrowserRouter>
    </SessionOf>
  );
}

const IdleEnd = later(async () => (await import('./session/IdleEnd.tsx')).IdleEnd);

/**
 * Keeps a broken page from taking anything else down: the menu and the way out stay, and navigating elsewhere opens another page.
 * While a page's code loads, a loading state replaces the previous page: on a slow line nothing else would show that the press had
 * registered.
 */
function Whole({ children }: Readonly<{ children: ReactNode }>) {
  const { pathname } = useLocation();
  return (
    <Broken key={pathname} as="page" onBroken={forgetComing}>
      <Suspense fallback={<Opening />}>{children}</Suspense>
    </Broken>
  );
}

function Opened({ page }: Readonly<{ page: DashboardPage }>) {
  const [Page] = useState(() => pageOf(page));
  return <Page />;
}

function Pages() {
  const { purpose } = useSession();
  // A different purpose gives a different view of everything, so the page starts afresh.
  return (
    <Routes key={purpose}>
      <Route path="/" element={<First />} />
      {pages.map((page) => (
        <Route key={page.path} path={page.path} element={<Opened key={page.path} page={page} />} />
      ))}
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

/** Redirects to the first page this person is offered. */
function First() {
  const { mayDo } = useKnown();
  const { role } = useSession().signed;
  const first = pages.find((page) => page.nav && offeredTo(page, { role, may: mayDo }));
  return <Navigate to={first?.path ?? '/notices'} replace />;
}

function NotFound() {
  const { t } = useTranslation('frame');
  return <Page title={t('notFound.title')}>{t('notFound.text')}</Page>;
}

function Opening() {
  useEffect(() => {
    document.title = 'Accord';
  }, []);
  return (
    <main id="main" aria-busy className={styles.opening}>
      <Waiting />
    </main>
  );
}
