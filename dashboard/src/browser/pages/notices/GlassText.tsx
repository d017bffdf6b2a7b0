import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { Badge } from '../../parts/Badge.tsx';
import { Button } from '../../parts/Button.tsx';
import { Day } from '../../parts/Day.tsx';
import { useTerms } from '../../parts/useTerms.ts';
import { useSession } from '../../session/Session.tsx';
import type { NoticesGlassesQuery } from './generated/notices.ts';
import styles from './Notices.module.css';
import { Whom } from './Whom.tsx';

/** Emergency access that was taken. */
export type Glass = NoticesGlassesQuery['breakGlasses']['nodes'][number];
type Props = Readonly<{ of: Glass; onReview: () => void; onTell: () => void }>;

/** One use of emergency access: whose records, by whom, when, why, to which kinds of information, and the result of the review. */
export function GlassText({ of, onReview, onTell }: Props) {
  const { t, i18n } = useTranslation('notices');
  const { kind } = useTerms();
  return (
    <article className={styles.one}>
      <p className={styles.line}>
        <strong>
          <Whom of={of.client} linked />
        </strong>
        {of.grave && <Badge tone="grave">{t('glasses.grave')}</Badge>}
      </p>
      {of.reason && <p>{`${t('glasses.reason')}: ${of.reason}`}</p>}
      <p className={styles.facts}>
        <span>{`${t('glasses.takenBy')} ${of.takenBy}`}</span>
        <span>
          <Day of={of.at} withTime /> {t('glasses.until')} <Day of={of.endedAt ?? of.until} withTime />
        </span>
        {of.categories && (
          <span>{`${t('glasses.kinds')}: ${new Intl.ListFormat(i18n.language).format(of.categories.map(kind))}`}</span>
        )}
      </p>
      <p>{t(`glasses.told.${of.clientTold ?? 'none'}`)}</p>
      {of.review && <Found of={of.review} />}
      <div className={styles.line}>
        {!of.review && <ToReview of={of} onReview={onReview} />}
        {of.clientTold !== 'TOLD' && <Button onPress={onTell}>{t('glasses.told.say')}</Button>}
      </div>
    </article>
  );
}

function Found({ of }: Readonly<{ of: NonNullable<Glass['review']> }>) {
  const { t } = useTranslation('notices');
  return (
    <p>
      {t('glasses.reviewed')} <Day of={of.at} withTime /> {of.reviewedBy && `(${of.reviewedBy})`}:{' '}
      <strong>{t(`glasses.outcomes.${of.outcome}`)}</strong>. {of.note}
    </p>
  );
}

/**
 * The button to review. Never offered to the worker who took the access; if it overrode a refusal, offered only to those who may
 * review that.
 */
function ToReview({ of, onReview }: Omit<Props, 'onTell'>) {
  const { t } = useTranslation('notices');
  const { mayDo } = useKnown();
  const { user } = useSession().signed;
  if (of.takenBy === user) return <p>{t('glasses.own')}</p>;
  if (of.grave && !mayDo.includes('reviewGraveBreakGlass')) return <p>{t('glasses.graver')}</p>;
  if (!mayDo.includes('reviewBreakGlass')) return null;
  return (
    <Button kind="main" onPress={onReview}>
      {t('glasses.review')}
    </Button>
  );
}
