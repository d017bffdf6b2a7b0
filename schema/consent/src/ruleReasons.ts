/** The reasons that come from the rules themselves, in plain words for the ledger's readers and the client. */
export const ruleReasons = {
  OWN_RECORD: 'It is the agency’s own record.',
  SELF: 'The person asked for their own file.',
  CONSENT: 'The person, or someone who may speak for them, consented.',
  BREAK_GLASS: 'Emergency access without consent, which is reviewed afterwards.',
  UNLABELLED: 'Nobody has said what kind of information it is.',
  AGENCY_SUSPENDED: 'The agency that asked is suspended from the hub.',
  UNKNOWN_PURPOSE: 'It was asked for a purpose the partnership has not agreed.',
  SAFETY_BLOCK: 'A safety block stands against it.',
  EXCLUDED_INFORMATION: 'The law excludes it from sharing.',
  COURT_SUPPRESSION: 'A court has suppressed it.',
  REFUSED: 'The person refused.',
  DENIED_BY_CLIENT: 'The person left this out of what they agreed to.',
  WITHDRAWN: 'The consent was withdrawn.',
  EXPIRED: 'The consent has run out.',
  AUTHORITY_LAPSED: 'Whoever consented may no longer speak for the person.',
  AUTHORITY_SCOPE: 'Whoever consented may speak for the person, but not about information.',
  AUTHORITY_INVALID: 'Whoever consented may not speak for the person.',
  NOT_YET: 'The consent has not begun.',
  NO_CONSENT: 'No consent on file speaks of it.',
  BREAK_GLASS_NO_REASON: 'Opening it in an emergency needs a reason.',
  BREAK_GLASS_NOT_ALLOWED: 'Whoever asked may not open it in an emergency.',
} as const satisfies Readonly<Record<string, string>>;

export type RuleReason = keyof typeof ruleReasons;
