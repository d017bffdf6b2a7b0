import { Siren } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../graph/useAsk.ts';
import { Button } from '../../parts/Button.tsx';
import { useSession } from '../../session/Session.tsx';
import { BreakGlassDialog } from './BreakGlassDialog.tsx';
import type { Glass } from './EmergencyStrip.tsx';
import { ClientMayBreakGlassDocument } from './generated/emergency.ts';
import type { FirstClient } from './WhoCard.tsx';

type Props = Readonly<{ client: FirstClient; onGlass: (glass: Glass) => void }>;

/** The way to emergency access, for those who may take it. In the graph it is allowed only under the purpose EMERGENCY. */
export function BreakGlass({ client, onGlass }: Props) {
  const { t } = useTranslation('client');
  const { signed } = useSession();
  const [isOpen, setOpen] = useState(false);
  const mayClaim = signed.purposes.includes('EMERGENCY');
  const { data } = useAsk(ClientMayBreakGlassDocument, { skip: !mayClaim });
  const may = data?.me.mayDo.includes('breakGlass') ?? false;
  if (!may) return null;
  const now = new Date().toISOString();
  const going = client.breakGlasses.find(
    ({ takenBy, until, endedAt }) => takenBy === signed.user && endedAt === null && until > now,
  );
  if (going)
    return (
      <Button kind="grave" onPress={() => onGlass(going)}>
        <Siren aria-hidden size={18} />
        {t('emergency.goOn')}
      </Button>
    );
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Siren aria-hidden size={18} />
        {t('emergency.title')}
      </Button>
      {isOpen && <BreakGlassDialog client={client} onGlass={onGlass} onClose={() => setOpen(false)} />}
    </>
  );
}
