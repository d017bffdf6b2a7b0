import { type ReactNode, Suspense, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';

type Props = Readonly<{ language: string; children: ReactNode }>;

/** Shows its children in another language than the rest of the page, for somebody who reads along. */
export function Spoken({ language, children }: Props) {
  const { i18n } = useTranslation();
  const speaking = useMemo(() => i18n.cloneInstance({ lng: language }), [i18n, language]);
  return (
    <span lang={language} dir={i18n.dir(language)} style={{ display: 'contents' }}>
      <Suspense fallback={null}>
        <I18nextProvider i18n={speaking}>{children}</I18nextProvider>
      </Suspense>
    </span>
  );
}
