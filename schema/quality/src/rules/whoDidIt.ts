import type { Pronoun } from './clientIs.ts';
import type { Mention } from './mentionsFinder.ts';
import type { Role } from './RuleSet.ts';
import type { Token } from './tokensOf.ts';

/** How many words before an act the person who did it may be, and how many after it the person it was done to. */
const BEFORE = 14;
const AFTER = 6;
const BE = /^(?:be|been|being|was|were|is|are|am|get|gets|got|getting)$/;
const SAYS = /^(?:said|says|states|stated|told|reports|reported|disclosed)$/;
const SELF = /^(?:himself|herself|themself|themselves|myself|self)$/;

export type Parties = Readonly<{ from: Role; to: Role; toSelf: boolean }>;
/** What is around an act. */
export type Around = Readonly<{
  tokens: readonly Token[];
  mentionsAt(place: number): readonly Mention[];
  client: Pronoun;
  isName: (place: number) => 'CLIENT' | 'NAMED' | undefined;
}>;

/**
 * Returns who did what the words from `from` up to `to` describe, and to whom, judged by the nearest people on either side. The
 * passive reverses them.
 */
export function whoDidIt(
  { tokens, mentionsAt, client, isName }: Around,
  from: number,
  to: number,
  turned: boolean,
): Parties {
  const sentence = tokens[from]?.sentence;
  const here = mentionsAt(from);
  const inside = here.filter(({ place }) => place >= from && place < to);
  const before = here.filter(({ place }) => place < from && from - place <= BEFORE);
  const after = here.filter(({ place }) => place >= to && place - to < AFTER);
  const verb = tokens[from]?.word ?? '';
  const [last, lastButOne] = [tokens[from - 1]?.word ?? '', tokens[from - 2]?.word ?? ''];
  const by = [0, 1, 2, 3, 4, 5, 6]
    .map((step) => to + step)
    .find((place) => tokens[place]?.word === 'by' && tokens[place]?.sentence === sentence);
  const isBeen = BE.test(last) || (BE.test(lastButOne) && /ly$|^(?:also|often|not|never|just|again|badly)$/.test(last));
  const passive = !turned && !/ing$/.test(verb) && (isBeen || (by !== undefined && by - to < 4));
  const toSelf = tokens.slice(to, to + 3).some(({ word, sentence: at }) => at === sentence && SELF.test(word));

  const nameBefore = nearestName(isName, from - 1, -1, 3, tokens, sentence);
  const nameAfter = nearestName(isName, to, 1, 2, tokens, sentence);
  const doer = passive
    ? here.find(({ place }) => by !== undefined && place > by && place - by < 6 && tokens[place]?.word !== 'her')
    : before.filter(({ does }) => does).at(-1);
  const sufferer = passive
    ? before.filter(({ place, does }) => does || from - place < 3).at(-1)
    : (inside.find(({ suffers, owns }) => suffers || owns) ?? headOf(after, tokens));
  const nameDid = passive ? (by === undefined ? undefined : isName(by + 1)) : nameBefore;
  const nameSuffered = passive ? nameBefore : nameAfter;

  const far = doer === undefined ? Number.POSITIVE_INFINITY : Math.abs(from - doer.place);
  let did = nameDid !== undefined && far > 3 ? nameDid : roleOf(doer, tokens, client);
  let suffered = sufferer === undefined ? (nameSuffered ?? 'UNSAID') : roleOf(sufferer, tokens, client);
  const [pronounDid, pronounSuffered] = [isPronoun(doer) && did !== 'NAMED', isPronoun(sufferer)];
  // If one side is known, the pronoun on the other side means the other person.
  const close = new Set<Role>(['PARTNER', 'FAMILY', 'KIN', 'NAMED']);
  if (pronounSuffered && close.has(did)) suffered = 'CLIENT';
  else if (pronounDid && close.has(suffered)) did = 'CLIENT';
  else if (did === 'CLIENT' && pronounSuffered) suffered = 'PARTY';
  else if (suffered === 'CLIENT' && pronounDid) did = 'PARTY';
  else if (pronounDid && pronounSuffered && did === suffered) [did, suffered] = ['PARTY', 'CLIENT'];
  // In "Client hurt her back", the back is as likely the client's own.
  if (did === 'CLIENT' && doer?.kind === 'CLIENT' && sufferer?.owns === true && pronounSuffered) suffered = 'UNSAID';
  // "Me" is the worker who writes, unless the sentence reports what somebody said.
  if (sufferer?.kind === 'ME') {
    const told = saysAround(tokens, from);
    suffered = tokens[sufferer.place]?.quoted === true || (told && did !== 'CLIENT') ? 'CLIENT' : 'WORKER';
  }
  if (suffered === 'CLIENT' && did === 'CLIENT') did = 'UNSAID';
  return turned ? { from: suffered, to: did, toSelf } : { from: did, to: suffered, toSelf };
}

/** True if anything is reported as said in the sentence around a place. */
function saysAround(tokens: readonly Token[], place: number): boolean {
  const sentence = tokens[place]?.sentence;
  for (let before = place; tokens[before]?.sentence === sentence; before -= 1)
    if (SAYS.test(tokens[before]?.word ?? '')) return true;
  for (let after = place; tokens[after]?.sentence === sentence; after += 1)
    if (SAYS.test(tokens[after]?.word ?? '')) return true;
  return false;
}

/** "Hit his wife": the wife; "grabbed her arm": her. */
function headOf(after: readonly Mention[], tokens: readonly Token[]): Mention | undefined {
  const [first, second] = after.filter(({ suffers, owns }) => suffers || owns);
  if (first === undefined || !first.owns || second === undefined) return first;
  const between = tokens.slice(first.place + 1, second.place).map(({ word }) => word);
  return between.length <= 1 && !tokens[second.place]?.afterPause && !between.includes('and') ? second : first;
}

function roleOf(mention: Mention | undefined, tokens: readonly Token[], client: Pronoun): Role {
  if (mention === undefined) return 'UNSAID';
  switch (mention.kind) {
    case 'HE':
      return client === 'HE' ? 'CLIENT' : 'PARTY';
    case 'SHE':
      return client === 'HE' ? 'PARTY' : 'CLIENT';
    case 'ME':
      return tokens[mention.place]?.quoted === true ? 'CLIENT' : 'WORKER';
    default:
      return mention.kind;
  }
}

const isPronoun = (mention: Mention | undefined): boolean => mention?.kind === 'HE' || mention?.kind === 'SHE';

function nearestName(
  isName: Around['isName'],
  start: number,
  step: 1 | -1,
  within: number,
  tokens: readonly Token[],
  sentence: number | undefined,
) {
  for (let place = start; Math.abs(place - start) < within; place += step) {
    if (tokens[place]?.sentence !== sentence) return undefined;
    const name = isName(place);
    if (name !== undefined) return name;
  }
  return undefined;
}
