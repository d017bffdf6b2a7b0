import type { ConsentInput, ConsentNarrowing } from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { PutOnFile } from '../store/PutOnFile.ts';
import type { ConsentParts } from './ConsentParts.ts';
import { consentToRecord } from './consentToRecord.ts';
import { consentToWithdraw } from './consentToWithdraw.ts';
import type { ConsentView } from './consentView.ts';
import { narrowerConsent } from './narrowerConsent.ts';
import { forget } from './ownClient.ts';
import { visibleConsents } from './visibleConsents.ts';

/** Puts a consent or refusal on file. Throws as `consentToRecord`. */
export async function recordConsent(
  input: ConsentInput,
  parts: ConsentParts,
  context: RequestContext,
): Promise<ConsentView> {
  const row = await consentToRecord(input, parts, context);
  return viewAfter(row.id, await parts.store.consents.record(row), parts, context);
}

/**
 * Puts a narrower consent in place of one in force, in one step. Throws as `narrowerConsent`, and `CONSENT_MOVED` if the wide one
 * is no longer in force by then.
 */
export async function narrowConsent(
  input: ConsentNarrowing,
  parts: ConsentParts,
  context: RequestContext,
): Promise<ConsentView> {
  const { wide, row } = await narrowerConsent(input, parts, context);
  const put = await parts.store.consents.recordInPlaceOf(wide.id, row);
  if (!put) throw new CallerFault('CONSENT_MOVED');
  return viewAfter(row.id, put, parts, context);
}

/** Withdraws a consent in one step. Withdrawing twice is not a fault. Throws as `consentToWithdraw`. */
export async function withdrawConsent(id: string, parts: ConsentParts, context: RequestContext): Promise<ConsentView> {
  const found = await consentToWithdraw(id, parts, context);
  const withdrawal = await parts.store.consents.withdraw(id, context.requester.user, context.now);
  if (withdrawal.kind === 'UNKNOWN') throw new CallerFault('CONSENT_UNKNOWN');
  return viewAfter(found.id, withdrawal, parts, context);
}

/** The consent as it is on file now, whichever person it belongs to by now. */
async function viewAfter(
  id: string,
  { clientId, epoch }: PutOnFile,
  parts: ConsentParts,
  context: RequestContext,
): Promise<ConsentView> {
  forget(clientId, context, epoch);
  const view = (await visibleConsents(clientId, parts, context)).find((one) => one.id === id);
  if (!view) throw new Error('A consent that was recorded is missing.');
  return view;
}
