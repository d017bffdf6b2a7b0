import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { CheckOne } from '../../parts/Checks.tsx';
import { Fold } from '../../parts/Fold.tsx';
import { later } from '../../parts/later.tsx';
import { Select } from '../../parts/Select.tsx';
import styles from './BoardFilters.module.css';
import { type BoardChoices, choicesMade, usualChoices } from './boardFilter.ts';

/** Loaded later: it is folded away at first. */
const Which = later(async () => (await import('./Which.tsx')).Which);

type Props = Readonly<{ choices: BoardChoices; onChange: (choices: BoardChoices) => void }>;

/** Whose alerts, in which order, and, folded away until wanted, which of them. */
export function BoardFilters({ choices, onChange }: Props) {
  const { t } = useTranslation('board');
  const choose = (part: Partial<BoardChoices>) => onChange({ ...choices, ...part });
  const made = choicesMade(choices);
  return (
    <div className={styles.filters}>
      <div className={styles.row}>
        <Select
          label={t('whose.label')}
          choices={(['MINE', 'AGENCY'] as const).map((id) => ({ id, label: t(`whose.${id}`) }))}
          value={choices.of}
          onChange={(of) => choose({ of })}
        />
        <Select
          label={t('order.label')}
          choices={(['MOST_URGENT', 'NEWEST', 'REVIEW_DUE'] as const).map((id) => ({ id, label: t(`order.${id}`) }))}
          value={choices.orderBy}
          onChange={(orderBy) => choose({ orderBy })}
        />
      </div>
      <Fold
        level={2}
        title={made > 0 ? `${t('filter.title')}: ${t('filter.active', { count: made })}` : t('filter.title')}
      >
        <div className={styles.row}>
          <Which choices={choices} choose={choose} />
          <CheckOne
            label={t('filter.overdue')}
            value={choices.reviewOverdue}
            onChange={(reviewOverdue) => choose({ reviewOverdue })}
          />
          {made > 0 && (
            <Button onPress={() => onChange({ ...usualChoices, of: choices.of, orderBy: choices.orderBy })}>
              {t('filter.clear')}
            </Button>
          )}
        </div>
      </Fold>
    </div>
  );
}
