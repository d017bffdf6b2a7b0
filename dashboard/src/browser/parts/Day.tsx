import { useTranslation } from 'react-i18next';

type Props = Readonly<{ of: string | null | undefined; withTime?: boolean }>;

/** A calendar day or an instant, formatted for the page's language; renders nothing if there is none. */
export function Day({ of, withTime = false }: Props) {
  const { i18n } = useTranslation();
  if (!of) return null;
  const style: Intl.DateTimeFormatOptions = withTime
    ? { dateStyle: 'medium', timeStyle: 'short' }
    : // A calendar day has no time zone: formatting it in UTC keeps it the same day everywhere.
      { dateStyle: 'medium', ...(of.length === 10 && { timeZone: 'UTC' }) };
  // Australian English: the day before the month.
  const locale = i18n.language === 'en' ? 'en-AU' : i18n.language;
  return <time dateTime={of}>{new Intl.DateTimeFormat(locale, style).format(new Date(of))}</time>;
}
