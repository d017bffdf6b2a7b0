import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useKnown } from '../../frame/Known.tsx';
import { Page } from '../../frame/Page.tsx';
import { useAsk } from '../../graph/useAsk.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Button } from '../../parts/Button.tsx';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { later } from '../../parts/later.tsx';
import { useSession } from '../../session/Session.tsx';
import { SharingOnFileDocument } from './generated/sharing.ts';
import { OnFile } from './OnFile.tsx';
import { Titled } from './Titled.tsx';

const RecordConsent = later(async () => (await import('./record/RecordConsent.tsx')).RecordConsent);

/** What may be shared about a person: read together with them, or by the client alone. */
export default function Sharing() {
  const { client = '' } = useParams();
  const { purpose } = useSession();
  return <OneSharing key={`${client} ${purpose}`} id={client} />;
}

function OneSharing({ id }: Readonly<{ id: string }>) {
  // Load all words first: if a part of the page waited for some, the whole page would disappear for a moment.
  const { t } = useTranslation(['sharing', 'terms']);
  const { mayDo } = useKnown();
  const isSelf = useSession().signed.role === 'CLIENT';
  const asked = useAsk(SharingOnFileDocument, { variables: { client: id } });
  const [recording, setRecording] = useState(false);
  const client = asked.data?.client;
  if (recording && client)
    return <RecordConsent client={client} agencies={asked.data?.agencies ?? []} onEnd={() => setRecording(false)} />;
  return (
    <Page
      title={<Titled title={t(isSelf ? 'titleSelf' : 'title')} of={client?.name} />}
      lead={t(isSelf ? 'leadSelf' : 'lead')}
      actions={
        <>
          {client && mayDo.includes('recordConsent') && (
            <Button kind="main" onPress={() => setRecording(true)}>
              {t('record.open')}
            </Button>
          )}
          <ButtonLink to={isSelf ? '/mine' : `/people/${id}`}>{t(isSelf ? 'backSelf' : 'back')}</ButtonLink>
        </>
      }
    >
      <Answer of={asked}>
        {({ client, agencies }) =>
          client ? <OnFile consents={client.consents} agencies={agencies} /> : <p>{t('unknown')}</p>
        }
      </Answer>
    </Page>
  );
}
