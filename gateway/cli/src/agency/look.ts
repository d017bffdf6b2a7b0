import { askOverHttp } from '@accord/server/agencies/askOverHttp';
import { type Inspection, inspectAgency } from '@accord/server/agencies/inspectAgency';
import { httpTransport } from '@accord/server/exchange/httpTransport';
import { signPermitsWith } from '@accord/server/exchange/signPermit';
import type { Store } from '@accord/server/store/Store';
import { hubKeysHere } from '../ledger/hubKeysHere.ts';

/** Time an agency has to answer whoever adds it. */
const deadlineMs = 10_000;

/** Looks at an agency from here, as the hub would; with the hub's keys, where they are here, a permit is tried too. */
export async function look({ id, url }: Readonly<{ id: string; url: string }>, store: Store): Promise<Inspection> {
  const [{ revisions }, keys] = await Promise.all([store.modules.onFile(), hubKeysHere()]);
  const transport = httpTransport({ connectionsPerAgency: 1, maxAnswerBytes: 1_000_000 });
  try {
    return await inspectAgency({
      ...{ id, ask: askOverHttp({ id, url }, transport), revisions, deadlineMs },
      ...(keys && { knock: { signPermit: signPermitsWith(keys.permit, keys.kid), now: new Date() } }),
    });
  } finally {
    await transport.close();
  }
}
