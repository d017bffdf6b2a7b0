import { useTranslation } from 'react-i18next';

type Props = Readonly<{ of: string | null | undefined; withTime?: boolean }>;

/** A calendar day or an instant, as the language writes it; nothing where there is none. */
export function Day({ of, withTime = false }: Props) {
  const { i18n } = useTranslation();
  if (!of) return null;
  const style: Intl.DateTimeFormatOptions = withTime
    ? { dateStyle: 'medium', timeStyle: 'short' }
    : // A day has no zone: it is the same day everywhere.
      { dateStyle: 'medium', ...(of.length === 10 && { timeZone: 'UTC' }) };
  // English as it is written here: the day before the month.
  const locale = i18n.language === 'en' ? 'en-AU' : i18n.language;
  return <time dateTime={of}>{new Intl.DateTimeFormat(locale, style).format(new Date(of))}</time>;
}
