import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../../frame/Known.tsx';
import { useChange } from '../../../graph/useChange.ts';
import { Button } from '../../../parts/Button.tsx';
import { Card } from '../../../parts/Card.tsx';
import { Faulted } from '../../../parts/Faulted.tsx';
import { Radios } from '../../../parts/Radios.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { useTried } from '../../../parts/useTried.ts';
import { positions } from '../codes.ts';
import { type Position, ProposalVoiceDocument } from '../generated/proposal.ts';
import styles from '../proposals.module.css';
import type { ProposalShown } from './ProposalShown.ts';

/** Takes a position for the person's agency at the proposal's current level. */
export function VoiceCard({ proposal: { id, level, levels } }: Readonly<{ proposal: ProposalShown }>) {
  const { t } = useTranslation('proposals');
  const { me } = useKnown();
  const [position, setPosition] = useState<Position | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useTried();
  const [said, setSaid] = useState(false);
  const voice = useChange(ProposalVoiceDocument);
  const here = levels.find((one) => one.level === level);
  const spoke = here?.heard.some(({ agency }) => agency !== null && agency.id === me?.agency.id);
  const noReason = position === 'OBJECT' && reason.trim() === '';
  const say = async () => {
    setTried(true);
    if (!position || noReason) return;
    const answer = await voice.ask({ voice: { proposal: id, position, reason: reason.trim() || null } });
    if (!answer) return;
    setSaid(true);
    setTried(false);
    setPosition(null);
    setReason('');
  };
  return (
    <Card title={t('voice.title')}>
      <p>{t('voice.text', { agency: me?.agency.name ?? '' })}</p>
      {spoke && <p>{t('voice.before')}</p>}
      <Radios
        label={t('voice.position')}
        choices={positions.map((one) => ({ id: one, label: t(`voice.positions.${one}`) }))}
        value={position}
        onChange={setPosition}
        {...(tried && !position && { fault: t('voice.missing') })}
      />
      <TextField
        label={t('voice.reason')}
        hint={t('voice.reasonHint')}
        lines={3}
        maxLength={4000}
        value={reason}
        onChange={setReason}
        {...(tried && noReason && { fault: t('voice.noReason') })}
      />
      <Faulted of={voice.fault} />
      <div className={styles.row}>
        <Button kind="main" onPress={say} isDisabled={voice.asking}>
          {t('voice.go')}
        </Button>
        <span role="status">{said && t('voice.said')}</span>
      </div>
    </Card>
  );
}
