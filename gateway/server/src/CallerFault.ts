import { type Code, codes } from '@accord/contract/codes';
import { GraphQLError } from 'graphql';

/**
 * A fault of the caller: its message may be shown.
 *
 * `found` says what was found and what to do, without personal data; it follows the code's own sentence.
 */
export class CallerFault extends GraphQLError {
  readonly faultCode: Code;
  /** How long to wait before retrying. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: Code, found?: string, retryAfterSeconds?: number) {
    super(found ? `${codes[code]} ${found}` : codes[code], {
      extensions: { code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) },
    });
    this.name = 'CallerFault';
    this.faultCode = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
