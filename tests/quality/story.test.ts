import { reason } from './story/answerPrompts.ts';
import { category, rules } from './story/audits.ts';
import { type Played, playStory } from './story/playStory.ts';
import { families } from './story/storyCases.ts';

// The partnership's founding story, from one audit to the next. `npm run demo:story` prints it.

const say = process.env.ACCORD_STORY === 'print' ? (line: string) => process.stdout.write(`${line}\n`) : () => {};
let played: Played;
beforeAll(async () => {
  played = await playStory(say);
});

test('an agency that has not audited is named, and never counted as zero', () => {
  const { incomplete } = played;
  expect(incomplete.missing).toMatchObject([{ agency: { id: 'heron' }, why: 'NOT_AUDITED' }]);
  expect(incomplete.people.total).toBeNull();
  expect(incomplete.people.counted.map(({ agency }: { agency: { id: string } }) => agency.id)).not.toContain('heron');
});

test('the audit finds that notes describe more than alerts name, with an interval, and shows no count below five', () => {
  const { audit } = played;
  expect(audit.missing).toEqual([]);
  expect(audit.people.total).toBe(200);
  expect(audit.gapRate.low).toBeGreaterThan(0.5);
  expect(audit.gapRate.high).toBeLessThan(1);
  for (const [, count] of JSON.stringify(audit).matchAll(/"(?:count|part|total|atLeast)":(\d+)/g))
    expect(Number(count) === 0 || Number(count) >= 5).toBe(true);
  expect(JSON.stringify(audit.certainty)).toMatch(/"withheld":\[\{/);
});

test('the exercise shows where words are the trouble, and people agree more when they have talked', () => {
  const [first, second] = played.exercise.rounds;
  expect([first.answered, second.answered]).toEqual([12, 12]);
  for (const {
    categoryAgreement: { low, alpha, high },
  } of [first, second]) {
    expect(low).toBeLessThanOrEqual(alpha);
    expect(alpha).toBeLessThanOrEqual(high);
  }
  const [trouble] = played.exercise.wordingTrouble;
  expect(trouble.languageNoted).toBeGreaterThanOrEqual(5);
  expect(trouble.wordings).toContain(played.labels.proposed);
});

test('the label that four levels agreed on applies from its day, and not a day earlier', () => {
  const { labels, proposal } = played;
  expect(proposal).toMatchObject({ status: 'AGREED', holdsFrom: labels.day });
  expect(labels.after).toBe(labels.proposed);
  expect(labels.before).not.toBe(labels.proposed);
});

test('alerts are raised by workers who answered so, and by nobody else', () => {
  const { answered, raised, asked } = played.prompts;
  expect(raised).toBe(answered.NAME_IT);
  expect(raised).toBeLessThan(asked);
  expect(played.alertTexts).toHaveLength(raised);
});

test('under the same rules the gap of the same cases is smaller than it was; another version is refused', () => {
  const { reaudit, otherRules } = played;
  expect(reaudit.refused).toBeNull();
  expect([reaudit.before.rules, reaudit.after.rules]).toEqual([rules, rules]);
  expect(reaudit.sameRecords.change.high).toBeLessThan(0);
  expect(reaudit.sameRecords.after.part).toBeLessThan(reaudit.sameRecords.before.part);
  expect(reaudit.sameRecords.before.whole).toBe(reaudit.sameRecords.after.whole);
  expect(reaudit.raised.ratio.low).toBeLessThan(reaudit.raised.ratio.estimate);
  expect(reaudit.words.join(' ')).toContain('this does not show what caused a change');
  expect(otherRules).toMatchObject({ refused: 'OTHER_RULES', sameRecords: null, gap: null, raised: null });
});

test('no word of an alert, a note or an answer, and no name, is at the hub', () => {
  const { alertTexts, noteTexts, hubText } = played;
  expect(hubText).toContain(category);
  for (const text of [...alertTexts, ...noteTexts, ...families, reason, 'what happens at home'])
    expect(hubText).not.toContain(text);
});
