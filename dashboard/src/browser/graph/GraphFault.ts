import { CombinedGraphQLErrors } from '@apollo/client';

/** An error between the page and the hub: its code, and a sentence that may be shown. */
export class GraphFault extends Error {
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.name = 'GraphFault';
    this.code = code;
  }

  /** Converts whatever was thrown or answered. Only the hub's own sentences may be shown; others are dropped. */
  static from(error: unknown): GraphFault {
    if (error instanceof GraphFault) return error;
    if (CombinedGraphQLErrors.is(error)) {
      const [first] = error.errors;
      const code = first?.extensions?.code;
      return new GraphFault(typeof code === 'string' ? code : 'HUB_FAULT', first?.message ?? '');
    }
    return new GraphFault('OFFLINE', '');
  }
}
