import { Lexer, Source, TokenKind } from 'graphql';
import { CallerFault } from '../CallerFault.ts';
import { inFigures } from './inFigures.ts';

/** Most nested brackets: the parser calls itself for each, and its stack is limited. */
const mostBrackets = 400;
const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Refuses a text with more than `most` tokens, or with too many nested brackets, before it is parsed.
 *
 * Throws `QUERY_TOO_LARGE`, or the syntax error of graphql-js if the text is not GraphQL. Cost: O(most), however long the text.
 */
export function checkTokens(text: string, most: number): void {
  const lexer = new Lexer(new Source(text));
  let brackets = 0;
  for (let tokens = 0; lexer.advance().kind !== TokenKind.EOF; tokens += 1) {
    if (tokens === most)
      throw new CallerFault(
        'QUERY_TOO_LARGE',
        `It has more than ${inFigures(most)} words and symbols. Ask for less at a time.`,
      );
    if (opening.has(lexer.token.kind)) brackets += 1;
    if (closing.has(lexer.token.kind)) brackets -= 1;
    if (brackets > mostBrackets)
      throw new CallerFault(
        'QUERY_TOO_LARGE',
        `It has more than ${mostBrackets} brackets nested in one another. Ask for less at a time.`,
      );
  }
}
