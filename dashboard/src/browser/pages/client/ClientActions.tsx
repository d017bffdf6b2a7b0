import { useTranslation } from 'react-i18next';
import { useKnown } from '../../frame/Known.tsx';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { AskConsent } from './AskConsent.tsx';
import { BreakGlass } from './BreakGlass.tsx';
import { EmergencyGraph } from './EmergencyGraph.tsx';
import type { Glass } from './EmergencyStrip.tsx';
import type { FirstClient } from './WhoCard.tsx';

type Props = Readonly<{ client: FirstClient; onGlass?: (glass: Glass) => void }>;

/** What a worker may do about a person as a whole. */
export function ClientActions({ client, onGlass }: Props) {
  const { t } = useTranslation('client');
  const { mayDo } = useKnown();
  return (
    <>
      {mayDo.includes('recordConsent') && (
        <ButtonLink to={`/people/${client.id}/sharing`}>{t('actions.sharing')}</ButtonLink>
      )}
      <ButtonLink to={`/people/${client.id}/seen`}>{t('actions.seen')}</ButtonLink>
      {onGlass && mayDo.includes('requestConsent') && <AskConsent client={client} />}
      {onGlass && (
        <EmergencyGraph>
          <BreakGlass client={client} onGlass={onGlass} />
        </EmergencyGraph>
      )}
    </>
  );
}
