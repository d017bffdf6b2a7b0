import { useTranslation } from 'react-i18next';
import { dotted } from '../../parts/dotted.ts';
import { FromHub } from '../../parts/FromHub.tsx';
import { useTerms } from '../../parts/useTerms.ts';
import type { Entry } from './byDay.ts';
import styles from './seen.module.css';

/** One disclosure: from whose record, what, what allowed it, and when: from the first time that day to the last. */
export function EntryItem({ entry: { record, categories, times, at, since, why } }: Readonly<{ entry: Entry }>) {
  const { t, i18n } = useTranslation(['seen', 'frame']);
  const { kind } = useTerms();
  const locale = i18n.language === 'en' ? 'en-AU' : i18n.language;
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  return (
    <li>
      <strong>{t('entry.from', { agency: record?.agency?.name ?? t('frame:unknownAgency') })}</strong>{' '}
      {categories.length > 0 ? dotted(categories.map(kind)) : t('entry.exists')}
      <span className={styles.quiet}>
        <FromHub>{why}</FromHub> <time dateTime={at}>{clock.formatRange(new Date(since), new Date(at))}</time>
        {times > 1 && ` (${t('entry.times', { count: times })})`}
      </span>
    </li>
  );
}
