import { checkpointKeyId } from '@accord/contract/checkpoint';
import type { LedgerWatch } from '../ledger/LedgerWatch.ts';
import type { RequestContext } from '../RequestContext.ts';
import { assertMayDo } from './mayDo.ts';

export type IntegrityParts = Readonly<{ ledgerWatch: Pick<LedgerWatch, 'look'> }>;

/**
 * Returns the state of the ledger, after another look at it. Throws `ROLE_REFUSED`, `PURPOSE_REFUSED`.
 *
 * It discloses how many entries there are, and the numbers of those that are not right. Anybody may fetch the count with the last
 * checkpoint, and a number says nothing of whose entry it is.
 */
export async function ledgerIntegrity({ ledgerWatch }: IntegrityParts, { requester, now }: RequestContext) {
  assertMayDo('ledgerIntegrity', requester);
  const { head, checkpoint, verifiedTo, at, since, fault } = await ledgerWatch.look(now);
  return {
    ledger: head.ledger,
    entries: head.seq,
    state: fault ? 'BROKEN' : verifiedTo < head.seq ? 'UNDER_WAY' : 'INTACT',
    verifiedTo,
    verifiedAt: at.toISOString(),
    verifiedSince: since?.toISOString() ?? null,
    checkpoint: checkpoint && {
      seq: checkpoint.seq,
      hash: checkpoint.hash,
      at: checkpoint.at.toISOString(),
      keyId: checkpointKeyId(checkpoint.jws),
    },
    fault,
  };
}
