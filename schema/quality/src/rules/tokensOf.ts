/** A word of a note: folded (lower case, without diacritics), its position, its sentence, and whether it is quoted. */
export type Token = Readonly<{
  word: string;
  raw: string;
  start: number;
  end: number;
  sentence: number;
  /** After a comma, dash, colon or bracket. */
  afterPause: boolean;
  quoted: boolean;
  /** After a colon or a quotation mark: a denial before it does not apply here. */
  afterColon: boolean;
}>;

const PIECE =
  /\[\s?[xX✓✗]\s?\]|\[\s{0,2}\]|[+-]ve\b|\p{L}[\p{L}\p{M}\p{N}]*(?:['’`]\p{L}+)*|\p{N}+(?:[.,/]\p{N}+)*|\n|[^\s\p{L}\p{N}]/gu;
/** A question mark before its answer, as in "DV? N", does not end the sentence. */
const ANSWER = /^\??\s*(?:y|n|yes|no|nil|none)\b/i;
const ENDS = new Set(['.', '!', '?', ';', '\n', '|', '。', '؟']);
/** The greatest distance, in characters, between two quotation marks that belong together. */
const QUOTATION = 400;

/** Sentences longer than this many words are cut, so that searching within one stays fast. */
const SENTENCE = 150;

/** Returns the words of a text, in order. One pass, in time proportional to its length. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let length = 0;
  let afterPause = true;
  let afterColon = false;
  let quotedSince: number | undefined;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const word = piece === '?' && asks(text, index) ? 'query' : wordIn(piece);
    if (word === undefined) {
      if (piece === '"' || piece === '“' || piece === '”')
        quotedSince = quotedSince === undefined || index - quotedSince > QUOTATION ? index : undefined;
      if (ends(text, piece, index, tokens.at(-1))) {
        sentence += 1;
        length = 0;
      }
      if (':"“”'.includes(piece)) afterColon = true;
      // "ex-partner" is one expression.
      const joins = piece === '-' && /\p{L}-\p{L}/u.test(text.slice(index - 1, index + 2));
      if (!joins && !'\'’"“”/'.includes(piece)) afterPause = true;
      continue;
    }
    length += 1;
    if (length > SENTENCE) {
      sentence += 1;
      length = 1;
    }
    const quoted = quotedSince !== undefined && index - quotedSince <= QUOTATION;
    tokens.push({
      word,
      raw: piece,
      start: index,
      end: index + piece.length,
      sentence,
      afterPause,
      quoted,
      afterColon,
    });
    afterPause = false;
    afterColon = false;
  }
  return tokens;
}

/** "? DV": a question mark before a word marks a doubt and does not end the sentence. */
const asks = (text: string, index: number): boolean =>
  (index === 0 || /[\s,(]/.test(text[index - 1] ?? '')) && /^\s?\p{L}/u.test(text.slice(index + 1, index + 3));

function wordIn(piece: string): string | undefined {
  if (piece.startsWith('[') && piece.length > 1) return /[xX✓✗]/.test(piece) ? '[x]' : '[]';
  if (piece === '+' || piece === '#') return undefined;
  if (!/[\p{L}\p{N}]/u.test(piece)) return undefined;
  return folded(piece);
}

/** Returns the text in lower case, without diacritics and with one kind of apostrophe. */
export const folded = (text: string): string => (PLAIN.test(text) ? text.toLowerCase() : unmarked(text));

const PLAIN = /^[\w']*$/;

const unmarked = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’`]/g, "'").toLowerCase();

function ends(text: string, piece: string, index: number, last: Token | undefined): boolean {
  if (!ENDS.has(piece)) return false;
  const next = text.slice(index, index + 12);
  if (piece === '?') return !ANSWER.test(next);
  // "Mr D. said", "e.g. this": not after a single letter, nor straight before a letter.
  if (piece === '.')
    return !(last !== undefined && last.end === index && last.raw.length === 1) && !/^\.\p{L}/u.test(next);
  return true;
}
