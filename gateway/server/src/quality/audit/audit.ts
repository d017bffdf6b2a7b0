import type { QueryAuditArgs } from '@accord/contract/generated/api';
import type { RequestContext } from '../../RequestContext.ts';
import { assertMayDo } from '../../subgraph/mayDo.ts';
import { auditView } from './auditView.ts';
import { type AuditParts, gatherAudits, windowOf } from './gatherAudits.ts';

export type { AuditParts } from './gatherAudits.ts';

/** Returns what agencies' audits published about a category and a window. Throws `ROLE_REFUSED`, `PURPOSE_REFUSED`, `ARGUMENT_REFUSED`. */
export async function audit(
  { category, window, rules, agencies }: QueryAuditArgs,
  parts: AuditParts,
  context: RequestContext,
) {
  assertMayDo('audit', context.requester);
  const asked = { category, rules, window: windowOf('window', window), agencies: agencies ?? null };
  return auditView(asked, await gatherAudits(asked, parts, context), context);
}
