import { useTranslation } from 'react-i18next';

/** A sentence the hub wrote, in English whatever language the page speaks: so that a screen reader reads it as English. */
export function FromHub({ children }: Readonly<{ children: string }>) {
  const { i18n } = useTranslation();
  return <span {...(i18n.language !== 'en' && { lang: 'en' })}>{children}</span>;
}
