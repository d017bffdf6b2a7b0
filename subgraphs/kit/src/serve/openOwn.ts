import type { FastifyBaseLogger } from 'fastify';
import { AuditBook } from '../audit/AuditBook.ts';
import { assertPolicy, policyFile } from '../policy/policyFile.ts';
import { RequestLog } from '../policy/RequestLog.ts';
import { OwnBook } from '../writes/OwnBook.ts';
import type { AgencySettings } from './createAgency.ts';
import type { RunSettings } from './readSettings.ts';

type Own = Pick<AgencySettings, 'policy' | 'requests' | 'book' | 'audits'>;

/**
 * Opens what a running agency keeps for itself (its policy, its log of requests and its own book), whichever way the hub
 * reaches it. Throws a sentence for the person starting it where the policy has a fault or a file cannot be written.
 */
export async function openOwn({
  policyPath,
  requestLog,
  bookPath,
  auditFolder,
}: Pick<RunSettings, 'policyPath' | 'requestLog' | 'bookPath' | 'auditFolder'>): Promise<
  (log: FastifyBaseLogger) => Own
> {
  if (policyPath !== null) await assertPolicy(policyPath);
  const requests = requestLog && (await RequestLog.open(requestLog));
  const book = bookPath === null ? null : await OwnBook.open(bookPath);
  return (log) => ({
    ...(book && { book }),
    ...(auditFolder !== null && { audits: new AuditBook(auditFolder) }),
    ...(policyPath !== null && { policy: policyFile(policyPath, log) }),
    ...(requests && { requests }),
  });
}
