import { askOverHttp } from '@accord/server/agencies/askOverHttp';
import { type Inspection, inspectAgency } from '@accord/server/agencies/inspectAgency';
import { httpTransport } from '@accord/server/exchange/httpTransport';
import { signPermitsWith } from '@accord/server/exchange/signPermit';
import type { HubKeys } from '@accord/server/keys';
import type { Store } from '@accord/server/store/Store';
import { hubKeysHere } from '../ledger/hubKeysHere.ts';

/** How long an agency has to answer when somebody adds it. */
const deadlineMs = 10_000;

/**
 * Looks at an agency from here, as the hub would. If the hub's keys are here it also tries a permit, and one under the next key
 * if there is one.
 */
export async function look({ id, url }: Readonly<{ id: string; url: string }>, store: Store): Promise<Inspection> {
  const [{ revisions }, keys] = await Promise.all([store.modules.onFile(), hubKeysHere()]);
  const transport = httpTransport({ connectionsPerAgency: 1, maxAnswerBytes: 1_000_000 });
  try {
    const asked = { id, ask: askOverHttp({ id, url }, transport), revisions, deadlineMs };
    if (!keys) return await inspectAgency(asked);
    const under = ({ permit, kid }: Pick<HubKeys, 'permit' | 'kid'>) =>
      inspectAgency({ ...asked, knock: { signPermit: signPermitsWith(permit, kid), now: new Date() } });
    const found = await under(keys);
    if (found.kind !== 'FIT' || !keys.next) return found;
    const next = await under(keys.next);
    return next.kind === 'FIT' ? found : { ...next, why: `With the hub's next key: ${next.why}` };
  } finally {
    await transport.close();
  }
}
