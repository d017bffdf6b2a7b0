import { useTranslation } from 'react-i18next';
import { useChange } from '../../../graph/useChange.ts';
import { Banner } from '../../../parts/Banner.tsx';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Faulted } from '../../../parts/Faulted.tsx';
import { ExerciseCloseDocument, ExerciseOpenSecondDocument, ExerciseRevealDocument } from '../generated/exercise.ts';
import type { Lead } from './LeadCard.tsx';
import type { ExerciseInRoom } from './Room.tsx';
import styles from './room.module.css';
import { placedAt } from './stages.ts';

const few = 5;

type Props = Readonly<{ exercise: ExerciseInRoom; lead: Lead; onClose: () => void }>;

/** Says what will happen, and asks for confirmation: no stage can be undone. */
export function LeadDialog({ exercise: { id, stage, answered }, lead, onClose }: Props) {
  const { t } = useTranslation('exercises');
  const { t: frame } = useTranslation('frame');
  const changes = {
    reveal: useChange(ExerciseRevealDocument),
    second: useChange(ExerciseOpenSecondDocument),
    close: useChange(ExerciseCloseDocument, { askAgain: ['ExerciseRoom'] }),
  };
  const { fault, asking, ask } = changes[lead];
  const go = async () => {
    if (await ask({ exercise: id })) onClose();
  };
  return (
    <Dialog title={t(`leading.${lead}.title`)} isOpen onClose={onClose}>
      <p>{t(`leading.${lead}.text`)}</p>
      {lead === 'reveal' && stage === 'FIRST_PLACING' && <p>{t('leading.reveal.first')}</p>}
      {lead === 'reveal' && answered !== null && answered < few && (
        <Banner kind="care">
          <p>{t('leading.reveal.few')}</p>
        </Banner>
      )}
      {lead === 'close' && placedAt(stage) && (
        <Banner kind="care">
          <p>{t('leading.close.unshown')}</p>
        </Banner>
      )}
      <Faulted of={fault} />
      <div className={styles.row}>
        <Button kind={lead === 'close' ? 'grave' : 'main'} onPress={go} isDisabled={asking}>
          {t(`leading.${lead}.go`)}
        </Button>
        <Button onPress={onClose}>{frame('cancel')}</Button>
      </div>
    </Dialog>
  );
}
