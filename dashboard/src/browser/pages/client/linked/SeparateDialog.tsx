import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../graph/useChange.ts';
import { Banner } from '../../../parts/Banner.tsx';
import { ButtonLink } from '../../../parts/ButtonLink.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { WhyDialog } from '../../matching/WhyDialog.tsx';
import { LinkedSeparateDocument, type LinkedSeparateMutation } from './generated/linked.ts';

type Props = Readonly<{
  /** The person whose file it is taken out of. */
  about: ReactNode;
  record: string;
  onClose: () => void;
}>;

/** Takes a record out of another person's file, and says who must be told that it was there. */
export function SeparateDialog({ about, record, onClose }: Props) {
  const { t } = useTranslation('matching');
  const [done, setDone] = useState<LinkedSeparateMutation['separateRecord']>();
  const separate = useChange(LinkedSeparateDocument);
  const go = async (reason: string) => setDone((await separate.ask({ record, reason }))?.separateRecord);
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
    <WhyDialog
      title={t('linked.wrong')}
      about={about}
      text={t('linked.wrongText')}
      go={t('linked.go')}
      isGrave
      asking={separate.asking}
      fault={separate.fault}
      onGo={go}
      onClose={onClose}
    />
  );
}
