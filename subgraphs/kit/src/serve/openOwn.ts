import type { FastifyBaseLogger } from 'fastify';
import { AuditBook } from '../audit/AuditBook.ts';
import { assertPolicy, policyFile } from '../policy/policyFile.ts';
import { RequestLog } from '../policy/RequestLog.ts';
import { OwnBook } from '../writes/OwnBook.ts';
import type { AgencySettings } from './createAgency.ts';
import type { RunSettings } from './readSettings.ts';

type Own = Pick<AgencySettings, 'policy' | 'requests' | 'book' | 'audits'>;

/**
 * Opens what a running agency has of its own, its policy, its record of requests and its own book, however it is reached. Throws a sentence where
 * the policy has a fault or nothing can be written: that is for whoever starts it.
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
