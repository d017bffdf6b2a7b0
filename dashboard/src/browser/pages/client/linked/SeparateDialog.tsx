import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../graph/useChange.ts';
import { Banner } from '../../../parts/Banner.tsx';
import { Button } from '../../../parts/Button.tsx';
import { ButtonLink } from '../../../parts/ButtonLink.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Faulted } from '../../../parts/Faulted.tsx';
import { TextField } from '../../../parts/TextField.tsx';
import { LinkedSeparateDocument, type LinkedSeparateMutation } from './generated/linked.ts';

type Props = Readonly<{ record: string; onClose: () => void }>;

/** Takes a record out of the file of somebody else, and says who must be told that it was there. */
export function SeparateDialog({ record, onClose }: Props) {
  const { t } = useTranslation('matching');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<LinkedSeparateMutation['separateRecord']>();
  const separate = useChange(LinkedSeparateDocument);
  const missing = tried && reason.trim() === '';
  const go = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    setDone((await separate.ask({ record, reason: reason.trim() }))?.separateRecord);
  };
  if (done)
    return (
      <Dialog title={t('separated.title')} isOpen onClose={onClose}>
        <Banner kind="done">
          <p>{t('separated.text')}</p>
        </Banner>
        {done.toldTo.length > 0 && (
          <>
            <p>{t('separated.told')}</p>
            <ul>
              {done.toldTo.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          </>
        )}
        {done.client && <ButtonLink to={`/people/${done.client.id}`}>{t('separated.open')}</ButtonLink>}
      </Dialog>
    );
  return (
    <Dialog title={t('linked.wrong')} isOpen onClose={onClose}>
      <p>{t('linked.wrongText')}</p>
      <TextField
        label={t('decide.reason')}
        hint={t('decide.reasonHint')}
        lines={3}
        value={reason}
        onChange={setReason}
        {...(missing && { fault: t('decide.noReason') })}
      />
      <Faulted of={separate.fault} />
      <Button kind="grave" onPress={go} isDisabled={separate.asking}>
        {t('linked.go')}
      </Button>
    </Dialog>
  );
}
