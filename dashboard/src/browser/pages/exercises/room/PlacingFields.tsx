import { useTranslation } from 'react-i18next';
import { Fold } from '../../../parts/Fold.tsx';
import { Radios } from '../../../parts/Radios.tsx';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { useHubWords } from '../../../parts/useHubWords.ts';
import type { PlacingDraft } from './placingDraft.ts';
import styles from './room.module.css';

const answers = ['CATEGORY', 'NONE', 'UNSURE'] as const;
const certainties = ['INDICATED', 'DISCLOSED', 'ASSESSED'] as const;
const words = ['why', 'wouldNeed', 'wording'] as const;

type Props = Readonly<{
  offered: readonly Readonly<{ code: string; label: string }>[];
  draft: PlacingDraft;
  onChange: (draft: PlacingDraft) => void;
}>;

/** The fields of a placing: alert, no alert or unsure; for an alert, the category and how sure; a comment if wanted. */
export function PlacingFields({ offered, draft, onChange }: Props) {
  const { t } = useTranslation('exercises');
  const said = useHubWords();
  const change = (part: Partial<PlacingDraft>) => onChange({ ...draft, ...part });
  return (
    <>
      <Radios
        label={t('place.answer')}
        inColumns
        choices={answers.map((id) => ({ id, label: t(`place.answers.${id}`) }))}
        value={draft.answer}
        onChange={(answer) => change({ answer })}
      />
      {draft.answer === 'CATEGORY' && (
        <>
          <Select
            label={t('place.category')}
            choices={offered.map(({ code, label }) => ({ id: code, ...said(label) }))}
            value={draft.category}
            onChange={(category) => change({ category })}
          />
          <Radios
            label={t('place.certainty')}
            inColumns
            choices={certainties.map((id) => ({ id, label: t(`place.certainties.${id}`) }))}
            value={draft.certainty}
            onChange={(certainty) => change({ certainty })}
          />
        </>
      )}
      <Fold title={t('place.words')}>
        <div className={styles.list}>
          <p className={styles.small}>{t('place.wordsHint')}</p>
          {words.map((one) => (
            <TextField
              key={one}
              label={t(`place.${one}`)}
              lines={2}
              maxLength={1000}
              value={draft[one] ?? ''}
              onChange={(text) => change({ [one]: text })}
            />
          ))}
        </div>
      </Fold>
    </>
  );
}
