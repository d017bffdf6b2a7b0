import { useState } from 'react';
import { useParams } from 'react-router';
import { useSession } from '../../session/Session.tsx';
import { ClientView } from './ClientView.tsx';
import { EmergencyGraph } from './EmergencyGraph.tsx';
import { EmergencyStrip, type Glass } from './EmergencyStrip.tsx';

/** One person, seen through the records that agencies may share; in an emergency, through emergency access. */
export default function Client() {
  const { client = '' } = useParams();
  const { purpose } = useSession();
  // The key resets the page for another person or purpose: nothing of the last one may stay.
  return <OneClient key={`${client} ${purpose}`} client={client} />;
}

function OneClient({ client }: Readonly<{ client: string }>) {
  const [glass, setGlass] = useState<Glass>();
  if (!glass) return <ClientView client={client} onGlass={setGlass} />;
  const end = () => setGlass(undefined);
  return (
    <EmergencyGraph>
      <ClientView client={client} strip={<EmergencyStrip glass={glass} onEnd={end} />} />
    </EmergencyGraph>
  );
}
