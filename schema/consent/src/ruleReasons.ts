/** The reasons that come from the rules themselves, in plain words for the ledger's readers and the client. */
export const ruleReasons = {
  OWN_RECORD: 'It is the agency’s own record.',
  SELF: 'The person asked for their own file.',
  CONSENT: 'The person, or someone who may speak for them, consented.',
  BREAK_GLASS: 'Emergency access without consent, which is reviewed afterwards.',
  UNLABELLED: 'Nobody has said what kind of information this is.',
  AGENCY_SUSPENDED: 'The agency that asked is suspended from the hub.',
  UNKNOWN_PURPOSE: 'The partnership has not agreed to the purpose it was asked for.',
  SAFETY_BLOCK: 'A safety block applies to it.',
  EXCLUDED_INFORMATION: 'The law excludes it from sharing.',
  COURT_SUPPRESSION: 'A court has suppressed it.',
  REFUSED: 'The person refused.',
  DENIED_BY_CLIENT: 'The person left this out of what they agreed to.',
  WITHDRAWN: 'The consent was withdrawn.',
  EXPIRED: 'The consent has expired.',
  AUTHORITY_LAPSED: 'The consent was given by someone who may no longer speak for the person.',
  AUTHORITY_SCOPE: 'The consent was given by someone who may speak for the person, but not about information.',
  AUTHORITY_INVALID: 'The consent was given by someone who may not give it.',
  NOT_YET: 'The consent has not started yet.',
  NO_CONSENT: 'No consent on file covers it.',
  BREAK_GLASS_NO_REASON: 'Emergency access needs a reason, and none was given.',
  BREAK_GLASS_NOT_ALLOWED: 'The requester may not use emergency access.',
} as const satisfies Readonly<Record<string, string>>;

export type RuleReason = keyof typeof ruleReasons;
