/**
 * Every error code of the hub's own, with the sentence that goes with it. `extensions.code` carries the code. A document that is no GraphQL,
 * does not fit the schema (a refused alias among them) or names no operation has the codes that GraphQL servers usually give:
 * `GRAPHQL_PARSE_FAILED`, `GRAPHQL_VALIDATION_FAILED`, `BAD_USER_INPUT`, `OPERATION_RESOLUTION_FAILURE`.
 *
 * Caller faults say what to do; hub faults say nothing but a reference, and are logged whole.
 */
export const codes = {
  TOKEN_MISSING: 'Nobody is signed in. Send a token in the header "authorization: Bearer …".',
  TOKEN_REFUSED: 'The token was refused. Sign in again.',
  PURPOSE_MISSING: 'No purpose was given. Send the header "x-accord-purpose".',
  PURPOSE_REFUSED: 'This role may not ask for that purpose.',
  AGENCY_UNKNOWN: 'The agency in the token is not a partner.',
  AGENCY_SUSPENDED: 'Your agency is suspended from the hub.',
  BODY_TOO_LARGE: 'The body is too large.',
  VARIABLES_TOO_LARGE: 'The variables are too large.',
  BATCH_REFUSED: 'Several operations came in one request. Send each by itself.',
  QUERY_TOO_LARGE: 'The operation is too large.',
  QUERY_TOO_DEEP: 'The operation is nested too deep.',
  QUERY_TOO_BROAD: 'The operation has too many fields.',
  QUERY_TOO_COSTLY: 'The operation may have to find too much.',
  TOO_MANY_ALIASES: 'The operation has too many aliases.',
  TOO_MANY_DIRECTIVES: 'The operation has too many directives.',
  FRAGMENT_CYCLE: 'A fragment contains itself.',
  RATE_LIMITED: 'Too many requests.',
  HUB_BUSY: 'The hub has its hands full. Ask again in a moment.',
  TOOK_TOO_LONG:
    'The answer took too long and was given up. If you asked for a change, look whether it was made; else ask again, for less at a time.',
  ALIAS_REFUSED: 'An alias may not begin with an underscore, nor give the name "id" or "records" to another field.',
  ARGUMENT_REFUSED: 'An argument is outside what is allowed.',
  ROLE_REFUSED: 'You may not do this.',
  CURSOR_REFUSED: 'The cursor does not belong to this list, requester and purpose. Start again without it.',
  CLIENT_UNKNOWN: 'There is no such client, or your agency has no record of them.',
  CONSENT_UNKNOWN: 'There is no such consent, or your agency did not put it on file.',
  FACT_UNKNOWN: 'There is no such entry, or it is not for you.',
  STAGE_REFUSED: 'This is not done at the stage that it is at.',
  NOTICE_OUTDATED:
    'The notice that was given is not the one in force. Go through the one in force with the client (Query.consentNotice), then record what they say.',
  PROPOSAL_UNKNOWN: 'There is no such proposal, or it is not for you.',
  PROPOSAL_MOVED: 'The proposal is elsewhere by now.',
  CONSENT_MOVED: 'A consent changed while this was being answered. Ask again.',
  ENCODER_UNAVAILABLE: 'Your own agency did not answer, and only it can encode what you typed. Try again later.',
  WRITES_OFF: 'Your agency does not take alerts from here. Write it in your own system.',
  WRITE_REFUSED: 'Your agency did not take it; nothing was written.',
  WRITE_UNCERTAIN: 'Your own agency did not answer. Send the same again with the same order id: it is written once.',
  NOT_FOUND: 'There is nothing here.',
  HUB_FAULT: 'Something went wrong at the hub. Nothing was released.',
  LEDGER_UNAVAILABLE: 'The disclosure could not be written down, so nothing was released. Try again later.',
} as const;

export type Code = keyof typeof codes;
