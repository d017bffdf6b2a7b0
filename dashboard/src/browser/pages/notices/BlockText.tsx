import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { Button } from '../../parts/Button.tsx';
import { Day } from '../../parts/Day.tsx';
import { useTerms } from '../../parts/useTerms.ts';
import type { NoticesBlocksQuery } from './generated/notices.ts';
import styles from './Notices.module.css';
import { Whom } from './Whom.tsx';

/** A block that is on file. */
export type Block = NoticesBlocksQuery['blocks']['nodes'][number];
type Props = Readonly<{ of: Block; onLift: () => void }>;

/** A block: whom it is about, why, what it closes and to whom. */
export function BlockText({ of, onLift }: Props) {
  const { t, i18n } = useTranslation('notices');
  const { mayDo } = useKnown();
  const { kind } = useTerms();
  const closes = of.categories
    ? new Intl.ListFormat(i18n.language).format(of.categories.map(kind))
    : t('blocks.everything');
  const people = of.against ? [t('blocks.some', { count: of.against.length })] : [];
  const whom = [...people, ...(of.users ?? [])];
  const against = whom.length > 0 ? new Intl.ListFormat(i18n.language).format(whom) : t('blocks.everybody');
  return (
    <article className={styles.one}>
      <p className={styles.line}>
        <strong>
          <Whom of={of.client} linked />
        </strong>
        <span>{t(`blocks.kinds.${of.kind}`)}</span>
      </p>
      <p className={styles.facts}>
        <span>{`${t('blocks.closes')}: ${closes}`}</span>
        <span>{`${t('blocks.against')}: ${against}`}</span>
        <span>
          {t('blocks.recorded')} <Day of={of.recordedAt} withTime /> {t('blocks.by', { who: of.recordedBy })}
        </span>
      </p>
      {mayDo.includes('liftBlock') && (
        <div>
          <Button onPress={onLift}>{t('blocks.lift')}</Button>
        </div>
      )}
    </article>
  );
}
