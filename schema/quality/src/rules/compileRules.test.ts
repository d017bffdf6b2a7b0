import { compileRules } from './compileRules.ts';
import { parseRuleSet } from './parseRuleSet.ts';

// A rule set with few words, so that each construct is tested on its own.
const text = `
name: small
version: 1.0.0
alerts:
  HURT: { label: is hurt, who: CLIENT }
  HURTS: { label: hurts others, who: CLIENT }
people:
  CLIENT: client ct
  PARTNER: husband wife partner ex boyfriend
  FAMILY: mother father
  KIN: sister brother
  OTHER: friend neighbour
  HE: he him his
  SHE: she her
  ME: i me my
lists:
  afterObject: in on and with when again
  men: husband boyfriend
  women: wife
  breaks: but says
  violence: fv dv
spelling: { viol: violence }
ordinary: slipped
signs:
  - { id: no, sign: DENIED, reach: 5, words: ["no", not, never, denies] }
  - { id: no-after, sign: DENIED, stands: AFTER, reach: 3, last: true, words: ["no", nil] }
  - { id: no-doubt, sign: IGNORED, words: [no doubt, did not deny] }
  - { id: if, sign: UNREAL, reach: SENTENCE, words: [if he were] }
  - { id: ago, sign: PAST, reach: SENTENCE, words: [years ago] }
  - { id: over, sign: PAST, reach: NOTE, words: [nothing since] }
  - { id: still, sign: NOW, reach: SENTENCE, words: [still] }
  - { id: lately, sign: RECENT, reach: SENTENCE, words: [last week] }
  - { id: untrue, sign: UNSURE, reach: NOTE, words: [made it up] }
silences:
  - { id: screen, why: a form, words: [fv screen] }
  - { id: policy, why: a policy, covers: SENTENCE, words: [policy] }
  - { id: wrong, why: another file, covers: NOTE, words: [wrong file] }
directions:
  - { from: [CLIENT], to: [PARTNER, FAMILY, PARTY], alerts: [HURTS] }
  - { from: [PARTNER, FAMILY, KIN, PARTY, NAMED], to: [CLIENT, NAMED, UNSAID], alerts: [HURT] }
acts:
  - { id: hit, why: is hit, words: [hit, hits, hitting, slapped, pulled ..1 hair] }
  - { id: fear, why: is afraid, threat: true, turned: true, words: [afraid of] }
  - { id: listens, why: is listened to, needs: AGENT, words: [listens in] }
statements:
  - { id: named, why: is named, alerts: [HURT], words: [<violence>, family violence] }
  - { id: positive, why: is found, alerts: [HURT], words: [fv screen positive] }
  - { id: respondent, why: is respondent, alerts: [HURTS], words: [client respondent] }
  - { id: history, why: is history, alerts: [HURT], when: PAST, words: [hx <violence>] }
  - { id: hint, why: hints, alerts: [HURT], unsure: true, words: [bruis*] }
`;
const parsed = parseRuleSet(text);
if (parsed.kind === 'FAULTY')
  throw new Error(parsed.faults.map(({ line, sentence }) => `${line}: ${sentence}`).join('\n'));
const read = compileRules(parsed.rules);

/** Returns `HURT`, `HURT? PAST`, `HURT HURTS` or nothing. */
const said = (note: string, context = {}) =>
  read(note, context)
    .filter(({ kind }) => kind !== 'NONE')
    .map(({ kind, category, when, tells }) =>
      [
        `${category}${kind === 'ABSTAIN' ? '?' : ''}`,
        ...(when === 'UNSAID' ? [] : [when]),
        ...(tells === 'THREAT' ? ['THREAT'] : []),
      ].join(' '),
    )
    .join(', ');

test.each([
  ['what is named is evidence', 'FV at home.', 'HURT'],
  ['a phrase of several words is found', 'Spoke of family violence.', 'HURT'],
  ['no phrase reaches past the end of a sentence', 'Close family. Violence of the storm.', ''],
  ['with a star, the beginning of a word is enough', 'Bruising seen.', 'HURT?'],
  ['a spelling from the list is understood', 'family viol again', 'HURT'],
  ['one slip in a long word is understood', 'family vilence', 'HURT'],
  ['an ordinary word is not taken for a slip', 'He slipped her a note.', ''],
  ['capitals and marks on letters do not matter', 'FÀMILY VIOLENCE', 'HURT'],
  ['what is denied is not evidence', 'Denies FV.', ''],
  ['a denial may come after', 'FV: no', ''],
  ['a "no" that begins something else denies nothing', 'FV, no plan', 'HURT'],
  ['a form may be answered after its question mark', 'FV? No', ''],
  ['no denial reaches past a "but"', 'Not tired but he hits her.', 'HURT'],
  ['no denial reaches a new subject after a comma', 'No injuries, he hits her again.', 'HURT'],
  ['no denial reaches past a colon', 'No doctor seen: husband hits her.', 'HURT'],
  ['a denial reaches only so far', 'No more of the usual noise and shouting about FV.', 'HURT'],
  ['what only sounds like a denial is not one', 'No doubt husband hits her.', 'HURT'],
  ['a denied denial is not one', 'She did not deny that he hits her.', 'HURT'],
  ['what might happen is not told as an event', 'If he were to hit her she would go.', ''],
  ['something long past is marked as past', 'Her husband hit her years ago.', 'HURT PAST'],
  ['a year marks the past', 'FV in 2009.', 'HURT PAST'],
  ['a statement can itself mean the past', 'Hx FV.', 'HURT PAST'],
  ['beside clear evidence, a hint does not decide when', 'Bruising last week. FV at home.', 'HURT'],
  [
    'what still goes on is now, whatever is past beside it',
    'Husband hit her years ago and still hits her.',
    'HURT NOW',
  ],
  ['a note that says it is over puts all of it in the past', 'FV by ex. Nothing since.', 'HURT PAST'],
  ['last week is recent', 'Husband hit her last week.', 'HURT RECENT'],
  ['what is taken back leads to abstaining', 'Said husband hits her. Today: made it up.', 'HURT?'],
  ['a question mark before a word is not a denial', '? FV', 'HURT'],
  ['a form alone says nothing', 'FV screen done.', ''],
  ['a longer match beats the form inside it', 'FV screen positive.', 'HURT'],
  ['a silent sentence does not silence the next one', 'Policy on FV read. Husband hits her.', 'HURT'],
  ['a note from another file says nothing', 'Wrong file. Husband hits her.', ''],
  ['a hint beside evidence is not shown as doubt', 'Bruises. Husband hits her.', 'HURT'],
])('%s', (_, note, expected) => {
  expect(said(note)).toBe(expected);
});

test.each([
  ['the person before did it, the person after had it done to them', 'Her husband hit her.', 'HURT'],
  ['the passive reverses them', 'Client was hit by his wife.', 'HURT'],
  ['a passive without a doer says nothing', 'Client was hit.', ''],
  ['an act without a person it is done to is not evidence', 'He hit the deadline.', ''],
  ['an act that needs only a doer is understood', 'Husband listens in.', 'HURT'],
  ['a client who does it is recognised as the doer', 'Client hit his wife.', 'HURTS'],
  ['"his wife" makes "he" the client', 'Saw his wife. He hit her.', 'HURTS'],
  ['"her husband" makes "she" the client', 'Saw her husband. She hit him.', 'HURTS'],
  ['without a hint, "she" is the client', 'He hit her.', 'HURT'],
  ['a neighbour as the doer does not count', 'Neighbour hit her.', ''],
  ['a friend as the target does not count', "Friend's husband hit her friend.", ''],
  ["a sister's husband is somebody else", "Her sister's husband hits his wife.", ''],
  ["a mother's boyfriend is family", "Her mother's boyfriend hits her.", 'HURT'],
  ['a brother can do it', 'Brother hit client.', 'HURT'],
  ["pulling somebody's hair is done to that person", 'Husband pulled her hair.', 'HURT'],
  ['what people do to themselves is not violence', 'She slapped herself.', ''],
  ['fear reverses doer and target', 'Client is afraid of her husband.', 'HURT THREAT'],
  ['"me" in quotation marks is the client', 'She said "he hit me".', 'HURT'],
  ['"me" outside quotation marks is the worker', 'Client hit me.', ''],
  ['a statement after somebody else is about them', 'Her friend spoke of FV.', ''],
  ['more words beat fewer', 'Client respondent.', 'HURTS'],
])('%s', (_, note, expected) => {
  expect(said(note)).toBe(expected);
});

test("the client's own name means the client, another name means somebody close", () => {
  expect(said('Bran hit Asha.', { client: ['Asha Vale'] })).toBe('HURT');
  expect(said('Bran hit his wife.', { client: ['Bran'] })).toBe('HURTS');
});

test('whether a year is past depends on the year of the note, where that is known', () => {
  expect(said('FV in 2026.', { writtenIn: 2026 })).toBe('HURT');
  expect(said('FV in 2026.', { writtenIn: 2028 })).toBe('HURT PAST');
});

test('every quote gives its words, its rule and a reason', () => {
  const note = 'Seen today. Her husband hit her; no FV before.';
  const [hurt] = read(note);
  expect(hurt?.quotes.map(({ start, end, rule, why }) => [note.slice(start, end), rule, why])).toEqual([
    ['hit', 'hit', 'is hit'],
  ]);
  expect(hurt?.passedOver.map(({ start, end, why }) => [note.slice(start, end), why])).toEqual([
    ['FV', 'is named: denied (no)'],
  ]);
});

test('a verdict names no author and suggests no certainty', () => {
  expect(Object.keys(read('FV')[0] ?? {}).sort()).toEqual([
    'category',
    'kind',
    'passedOver',
    'quotes',
    'tells',
    'when',
    'who',
  ]);
});
