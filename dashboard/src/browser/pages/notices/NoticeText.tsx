import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useKnown } from '../../frame/Known.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { Day } from '../../parts/Day.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { useTerms } from '../../parts/useTerms.ts';
import type { NoticesQuery } from './generated/notices.ts';
import styles from './Notices.module.css';
import { type Place, placeOf } from './placeOf.ts';

export type Notice = NoticesQuery['notices']['nodes'][number];
type Props = Readonly<{ of: Notice; onRead: () => void; isReading: boolean }>;

/** One notice: what kind of thing waits, about whom, since when, and a link to where it is dealt with. */
export function NoticeText({ of, onRead, isReading }: Props) {
  const { t } = useTranslation('notices');
  const { mayDo } = useKnown();
  const place = placeOf(of);
  // One that names nobody can be marked as read only for the purpose under which it says whom to look at again.
  const mayMark = of.readAt === null && (of.kind !== 'CORRECTED' || of.client !== null);
  return (
    <article className={styles.one}>
      <p className={styles.line}>
        {of.readAt === null && <Badge tone="note">{t('list.unread')}</Badge>}
        <strong>{t(`kinds.${of.kind}`)}</strong>
      </p>
      <p className={styles.facts}>
        {of.client && (
          <span>
            {t('list.about')} <PersonName of={of.client.name} />
          </span>
        )}
        <Day of={of.at} withTime />
        {of.readAt && (
          <span>
            {t('list.readOn')} <Day of={of.readAt} withTime />
          </span>
        )}
      </p>
      {of.request && <Request of={of.request} />}
      <div className={styles.line}>
        {place && <Way to={place} />}
        {mayMark && mayDo.includes('markNoticeRead') && (
          <Button kind="quiet" onPress={onRead} isDisabled={isReading}>
            {t('list.read')}
          </Button>
        )}
      </div>
    </article>
  );
}

function Way({ to: { to, word } }: Readonly<{ to: Place }>) {
  const { t } = useTranslation('notices');
  const said = t(`go.${word}`);
  // A link within this page is left to the browser, which also scrolls there.
  if (to.startsWith('#'))
    return (
      <a href={to} className={styles.go}>
        {said}
      </a>
    );
  return (
    <Link to={to} className={styles.go}>
      {said}
    </Link>
  );
}

/** What the other agency would like to talk about: kinds and purposes, nothing from the file. */
function Request({ of }: Readonly<{ of: NonNullable<Notice['request']> }>) {
  const { t, i18n } = useTranslation('notices');
  const { t: inFrame } = useTranslation('frame');
  const { kind, purpose } = useTerms();
  const listed = (words: readonly string[]) => new Intl.ListFormat(i18n.language).format(words);
  return (
    <p className={styles.facts}>
      <span>{t('request.by', { agency: of.agency?.name ?? inFrame('unknownAgency') })}</span>
      {of.categories && <span>{t('request.kinds', { kinds: listed(of.categories.map(kind)) })}</span>}
      {of.purposes && <span>{t('request.purposes', { purposes: listed(of.purposes.map(purpose)) })}</span>}
    </p>
  );
}
