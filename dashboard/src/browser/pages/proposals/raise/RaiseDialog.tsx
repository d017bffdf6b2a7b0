import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphFault } from '../../../graph/GraphFault.ts';
import { Button } from '../../../parts/Button.tsx';
import { DateField } from '../../../parts/DateField.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Faulted } from '../../../parts/Faulted.tsx';
import { Faulty } from '../../../parts/Faulty.tsx';
import { Select } from '../../../parts/Select.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { kinds } from '../codes.ts';
import styles from '../proposals.module.css';
import { KindFields } from './KindFields.tsx';
import { emptyProposal, inputOf, type ProposalDraft, type ProposalInput } from './proposalDraft.ts';

type Props = Readonly<{
  /** Fields that are filled in already. */
  start?: Partial<ProposalDraft>;
  asking: boolean;
  fault: GraphFault | undefined;
  onClose: () => void;
  onRaise: (proposal: ProposalInput) => void;
}>;

/** Writes a proposal: its kind, a one-line title, the reason, and the fields its kind needs. */
export function RaiseDialog({ start = {}, asking, fault, onClose, onRaise }: Props) {
  const { t } = useTranslation('proposals');
  const { t: frame } = useTranslation('frame');
  const [draft, setDraft] = useState<ProposalDraft>({ ...emptyProposal, ...start });
  const [missing, setMissing] = useState(false);
  const change = (part: Partial<ProposalDraft>) => setDraft((before) => ({ ...before, ...part }));
  const go = () => {
    const input = inputOf(draft);
    setMissing(!input);
    if (input) onRaise(input);
  };
  return (
    <Dialog title={t('raise.open')} isOpen onClose={onClose}>
      <p>{t('raise.about')}</p>
      <Select
        label={t('raise.kind')}
        choices={kinds.map((id) => ({ id, label: t(`kind.${id}`) }))}
        value={draft.kind}
        onChange={(kind) => change({ kind, code: null })}
      />
      <TextField
        label={t('raise.title')}
        maxLength={200}
        value={draft.title}
        onChange={(title) => change({ title })}
        autoFocus
      />
      <KindFields draft={draft} onChange={change} />
      <TextField
        label={t('raise.why')}
        hint={t('raise.whyHint')}
        lines={4}
        maxLength={4000}
        value={draft.why}
        onChange={(why) => change({ why })}
      />
      <DateField
        label={t('raise.effective')}
        hint={t('raise.effectiveHint')}
        value={draft.effectiveOn}
        onChange={(effectiveOn) => change({ effectiveOn })}
      />
      {missing && <Faulty sentence={t('raise.missing')} />}
      <Faulted of={fault} />
      <div className={styles.row}>
        <Button kind="main" onPress={go} isDisabled={asking}>
          {t('raise.go')}
        </Button>
        <Button onPress={onClose}>{frame('cancel')}</Button>
      </div>
    </Dialog>
  );
}
