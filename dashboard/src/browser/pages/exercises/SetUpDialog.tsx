import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { useChange } from '../../graph/useChange.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Button } from '../../parts/Button.tsx';
import { Checks } from '../../parts/Checks.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Faulted } from '../../parts/Faulted.tsx';
import { Faulty } from '../../parts/Faulty.tsx';
import { Radios } from '../../parts/Radios.tsx';
import { TextField } from '../../parts/TextField.tsx';
import { useHubWords } from '../../parts/useHubWords.ts';
import styles from './exercises.module.css';
import { ExercisesInvitableDocument, ExercisesSetUpDocument } from './generated/exercises.ts';
import { ScenarioFields } from './ScenarioFields.tsx';

const breakDowns = ['NOTHING', 'AGENCY', 'ROLE'] as const;

type Props = Readonly<{ onClose: () => void; onSetUp: (id: string) => void }>;

/** Sets up an exercise: its topic, its scenarios, the categories they may be placed in, who is invited. */
export function SetUpDialog({ onClose, onSetUp }: Props) {
  const { t } = useTranslation(['exercises', 'frame']);
  const { vocabulary, me } = useKnown();
  const said = useHubWords();
  const alerts = vocabulary?.alerts ?? [];
  const asked = useAsk(ExercisesInvitableDocument);
  const [title, setTitle] = useState('');
  const [scenarios, setScenarios] = useState<readonly string[]>(['']);
  const [offered, setOffered] = useState<readonly string[]>(() => alerts.map(({ code }) => code));
  const [invited, setInvited] = useState<readonly string[]>();
  const [breakDownBy, setBreakDownBy] = useState<(typeof breakDowns)[number]>('NOTHING');
  const [missing, setMissing] = useState(false);
  const setUp = useChange(ExercisesSetUpDocument);
  const others = (asked.data?.agencies ?? []).filter(({ id }) => id !== me?.agency.id);
  // Every agency is invited until the lead changes that.
  const agencies = invited ?? others.map(({ id }) => id);
  const go = async () => {
    const texts = scenarios.map((text) => text.trim()).filter((text) => text !== '');
    const whole = title.trim() !== '' && texts.length > 0 && offered.length > 0;
    setMissing(!whole);
    if (!whole) return;
    const exercise = { title: title.trim(), scenarios: texts, offered, agencies, breakDownBy };
    const answer = await setUp.ask({ exercise });
    if (answer) onSetUp(answer.createExercise.exercise.id);
  };
  return (
    <Dialog title={t('setUp.open')} isOpen onClose={onClose}>
      <p>{t('setUp.about')}</p>
      <TextField label={t('setUp.title')} value={title} onChange={setTitle} maxLength={200} autoFocus />
      <ScenarioFields scenarios={scenarios} onChange={setScenarios} />
      <Checks
        label={t('setUp.offered')}
        inColumns
        choices={alerts.map(({ code, label }) => ({ id: code, ...said(label) }))}
        value={offered}
        onChange={setOffered}
      />
      <Answer of={asked}>
        {() => (
          <Checks
            label={t('setUp.agencies')}
            choices={others.map(({ id, name }) => ({ id, label: name }))}
            value={agencies}
            onChange={setInvited}
          />
        )}
      </Answer>
      <Radios
        label={t('setUp.breakDown')}
        hint={t('setUp.breakDownHint')}
        choices={breakDowns.map((id) => ({ id, label: t(`setUp.breakDowns.${id}`) }))}
        value={breakDownBy}
        onChange={setBreakDownBy}
      />
      {missing && <Faulty sentence={t('setUp.missing')} />}
      <Faulted of={setUp.fault} />
      <div className={styles.row}>
        <Button kind="main" onPress={go} isDisabled={setUp.asking || asked.data === undefined}>
          {t('setUp.go')}
        </Button>
        <Button onPress={onClose}>{t('frame:cancel')}</Button>
      </div>
    </Dialog>
  );
}
