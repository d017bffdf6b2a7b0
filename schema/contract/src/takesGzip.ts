/** True if `Accept-Encoding` (RFC 9110, 12.5.3) names gzip and does not refuse it. */
export const takesGzip = (accepted = ''): boolean =>
  accepted.split(',').some((coding) => /^\s*gzip\s*(;|$)/i.test(coding) && !/;\s*q=0(\.0*)?\s*$/i.test(coding));
