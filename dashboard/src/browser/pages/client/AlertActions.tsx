import { useKnown } from '../../frame/Known.tsx';
import { later } from '../../parts/later.tsx';
import { holds, type OneAlert } from './holds.ts';

const OwnActs = later(async () => (await import('./own/OwnActs.tsx')).OwnActs);

/** What a worker may do to an alert in force of their own agency. Nobody can do anything to another agency's. */
export function AlertActions({ one }: Readonly<{ one: OneAlert }>) {
  const { me, mayDo } = useKnown();
  const own = one.record.agency !== null && one.record.agency.id === me?.agency.id;
  if (!own || !holds(one) || !mayDo.includes('reviewAlert')) return null;
  return <OwnActs one={one} mayDo={mayDo} />;
}
