import { MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { useChange } from '../../graph/useChange.ts';
import { Banner } from '../../parts/Banner.tsx';
import { Button } from '../../parts/Button.tsx';
import { Checks } from '../../parts/Checks.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Faulted } from '../../parts/Faulted.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { useTerms } from '../../parts/useTerms.ts';
import { useSession } from '../../session/Session.tsx';
import styles from './client.module.css';
import { ClientAskConsentDocument } from './generated/client.ts';
import type { FirstClient } from './WhoCard.tsx';

/** Asks the person's workers at other agencies to talk with them about a consent. */
export function AskConsent({ client }: Readonly<{ client: FirstClient }>) {
  const { t } = useTranslation('client');
  const { t: frame } = useTranslation('frame');
  const { vocabulary } = useKnown();
  const { kind, purpose: word } = useTerms();
  const { signed, purpose } = useSession();
  const [isOpen, setOpen] = useState(false);
  const [purposes, setPurposes] = useState<readonly string[]>([purpose]);
  const [kinds, setKinds] = useState<readonly string[]>([]);
  const [sent, setSent] = useState(false);
  const asking = useChange(ClientAskConsentDocument);
  const ask = async () => {
    const answer = await asking.ask({
      request: {
        client: client.id,
        ...(purposes.length > 0 && { purposes }),
        ...(kinds.length > 0 && { categories: kinds }),
      },
    });
    if (answer) setSent(true);
  };
  const close = () => {
    setOpen(false);
    setSent(false);
    asking.clear();
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <MessageCircleQuestion aria-hidden size={18} />
        {t('consent.ask')}
      </Button>
      <Dialog title={t('consent.title')} about={<PersonName of={client.name} />} isOpen={isOpen} onClose={close}>
        {sent ? (
          <>
            <Banner kind="done">
              <p>{t('consent.sent')}</p>
            </Banner>
            <Button onPress={close}>{frame('close')}</Button>
          </>
        ) : (
          <>
            <p>{t('consent.text')}</p>
            <Checks
              label={t('consent.purposes')}
              hint={t('consent.anyPurpose')}
              choices={signed.purposes
                .filter((code) => code !== 'EMERGENCY')
                .map((code) => ({ id: code, label: word(code) }))}
              value={purposes}
              onChange={setPurposes}
            />
            <Checks
              label={t('consent.kinds')}
              hint={t('consent.anyKind')}
              inColumns
              choices={(vocabulary?.categories ?? []).map(({ code, sensitive }) => ({
                id: code,
                label: sensitive ? t('consent.sensitive', { label: kind(code) }) : kind(code),
              }))}
              value={kinds}
              onChange={setKinds}
            />
            <Faulted of={asking.fault} />
            <div className={styles.buttons}>
              <Button kind="main" onPress={ask} isDisabled={asking.asking}>
                {t('consent.send')}
              </Button>
              <Button onPress={close}>{frame('cancel')}</Button>
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}
