import type { ConsentInput, ConsentNarrowing } from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { ConsentRow } from '../store/consents.ts';
import type { ConsentParts } from './ConsentParts.ts';
import { consentToRecord } from './consentToRecord.ts';
import type { ConsentView } from './consentView.ts';
import { assertMayDo } from './mayDo.ts';
import { narrowerConsent } from './narrowerConsent.ts';
import { forget } from './ownClient.ts';
import { visibleConsent, visibleConsents } from './visibleConsents.ts';

/** Puts a consent or refusal on file. Throws as `consentToRecord`. */
export async function recordConsent(
  input: ConsentInput,
  parts: ConsentParts,
  context: RequestContext,
): Promise<ConsentView> {
  const row = await consentToRecord(input, parts, context);
  await parts.store.consents.record(row);
  return viewAfter(row, parts, context);
}

/** Puts a narrower consent in the place of one in force, in one step. Throws as `narrowerConsent`, `CONSENT_MOVED` where it ceased to be in force meanwhile. */
export async function narrowConsent(
  input: ConsentNarrowing,
  parts: ConsentParts,
  context: RequestContext,
): Promise<ConsentView> {
  const { wide, row } = await narrowerConsent(input, parts, context);
  if (!(await parts.store.consents.recordInPlaceOf(wide.id, row))) throw new CallerFault('CONSENT_MOVED');
  return viewAfter(row, parts, context);
}

/** Withdraws a consent in one step. Withdrawing twice is no fault. Throws `CONSENT_UNKNOWN` where it is not theirs to see. */
export async function withdrawConsent(id: string, parts: ConsentParts, context: RequestContext): Promise<ConsentView> {
  assertMayDo('withdrawConsent', context.requester);
  const found = await visibleConsent(id, parts, context);
  const withdrawal = await parts.store.consents.withdraw(id, context.requester.user, context.now);
  if (withdrawal.kind === 'UNKNOWN') throw new CallerFault('CONSENT_UNKNOWN');
  return viewAfter(found, parts, context);
}

/** The consent as it is on file now. */
async function viewAfter(
  { id, clientId }: Pick<ConsentRow, 'id' | 'clientId'>,
  parts: ConsentParts,
  context: RequestContext,
): Promise<ConsentView> {
  forget(clientId, context);
  const view = (await visibleConsents(clientId, parts, context)).find((one) => one.id === id);
  if (!view) throw new Error('A consent that was put on file is not there.');
  return view;
}
