import { CombinedGraphQLErrors } from '@apollo/client';

/** What went wrong between the page and the hub, by its code and a sentence that may be shown. */
export class GraphFault extends Error {
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.name = 'GraphFault';
    this.code = code;
  }

  /** Reads whatever was thrown or answered. The hub's sentences may be shown; others are not. */
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
