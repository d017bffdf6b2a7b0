/**
 * Every error code of the hub's own, with the sentence that goes with it. `extensions.code` carries the code. A document that is no GraphQL,
 * does not fit the schema (a refused alias among them) or names no operation has the codes that GraphQL servers usually give:
 * `GRAPHQL_PARSE_FAILED`, `GRAPHQL_VALIDATION_FAILED`, `BAD_USER_INPUT`, `OPERATION_RESOLUTION_FAILURE`.
 *
 * Caller faults say what to do; hub faults say nothing but a reference, and are logged whole.
 */
export const codes = {
  TOKEN_MISSING: 'You are not signed in. Send a token in the header "authorization: Bearer …".',
  TOKEN_REFUSED: 'The token was refused. Sign in again.',
  PURPOSE_MISSING: 'No purpose was given. Send one in the header "x-accord-purpose".',
  PURPOSE_REFUSED: 'Your role may not use this purpose for this request.',
  AGENCY_UNKNOWN: 'The agency in the token is not a partner.',
  AGENCY_SUSPENDED: 'Your agency is suspended from the hub.',
  BODY_TOO_LARGE: 'The request body is too large.',
  VARIABLES_TOO_LARGE: 'The variables are too large.',
  BATCH_REFUSED: 'One request holds several operations. Send each one separately.',
  QUERY_TOO_LARGE: 'The operation is too large.',
  QUERY_TOO_DEEP: 'The operation is nested too deeply.',
  QUERY_TOO_BROAD: 'The operation has too many fields.',
  QUERY_TOO_COSTLY: 'The operation is too costly.',
  TOO_MANY_ALIASES: 'The operation has too many aliases.',
  TOO_MANY_DIRECTIVES: 'The operation has too many directives.',
  FRAGMENT_CYCLE: 'A fragment contains itself.',
  RATE_LIMITED: 'Too many requests.',
  HUB_BUSY: 'The hub is busy. Try again in a moment.',
  TOOK_TOO_LONG:
    'The request took too long and was abandoned. If you asked for a change, check whether it was made. Otherwise try again, for less at a time.',
  ALIAS_REFUSED: 'An alias may not start with an underscore, or give the name "id" or "records" to another field.',
  ARGUMENT_REFUSED: 'An argument has a value that is not allowed.',
  ROLE_REFUSED: 'You may not do this.',
  CURSOR_REFUSED: 'The cursor does not belong to this list, requester and purpose. Start again without it.',
  CLIENT_UNKNOWN: 'There is no such client, or your agency has no record of them.',
  CONSENT_UNKNOWN: 'There is no such consent, or your agency did not record it.',
  FACT_UNKNOWN: 'There is no such entry, or you do not have access to it.',
  STAGE_REFUSED: 'This is not possible at the current stage.',
  NOTICE_OUTDATED:
    'The notice that was given is not the one in force. Go through the notice in force with the client (Query.consentNotice), then record what they say.',
  PROPOSAL_UNKNOWN: 'There is no such proposal, or you do not have access to it.',
  PROPOSAL_MOVED: 'The proposal has moved on.',
  CONSENT_MOVED: 'A consent changed while this was being answered. Try again.',
  ENCODER_UNAVAILABLE: 'Your own agency did not answer, and only it can encode what you typed. Try again later.',
  WRITES_OFF: 'Your agency does not accept alerts from here. Record the alert in your own system.',
  WRITE_REFUSED: 'Your agency did not accept this. Nothing was written.',
  WRITE_UNCERTAIN:
    'Your own agency did not answer. Send the same request again with the same order id: it is written only once.',
  NOT_FOUND: 'There is nothing at this address.',
  HUB_FAULT: 'Something went wrong at the hub. Nothing was released.',
  LEDGER_UNAVAILABLE: 'The disclosure could not be recorded in the ledger, so nothing was released. Try again later.',
} as const;

export type Code = keyof typeof codes;
