import fc from 'fast-check';
import { type DecisionRules, levels, shareOf } from './DecisionRules.ts';
import { historyOf, whyInWords } from './historyOf.ts';
import type { OnFile, Position, Voice } from './OnFile.ts';
import { parseDecisionRules } from './parseDecisionRules.ts';
import { stateOf } from './stateOf.ts';
import { usualDecisionRules } from './usualDecisionRules.ts';

const day = 86_400_000;
const agencies = ['a', 'b', 'c', 'd'];

/** One level, open for 2 to 10 days; half of the agencies must be heard. */
const oneLevel = (agreement: Partial<DecisionRules['agreement']> = {}): DecisionRules => ({
  levels: [{ level: 'EXECUTIVE', roles: ['EXECUTIVE'], atLeastDays: 2, atMostDays: 10, quorum: 0.5 }],
  agreement: { consensusMinus: 0, support: 0.5, ...agreement },
});

const says = (agency: string, position: Position, onDay = 0): Voice => ({
  ...{ id: `${agency}-${onDay}-${position}`, agency, level: 'EXECUTIVE', position, at: onDay * day },
  reason: position === 'OBJECT' ? 'It harms.' : null,
});

const onFile = (voices: readonly Voice[], parts: Partial<OnFile> = {}): OnFile => ({
  ...{ proposal: { raisedAt: 0, agencies }, voices, replies: [], withdrawnAt: null, rules: oneLevel(), ...parts },
});

test('if enough agencies are heard and nobody objects, it is agreed once the minimum days are over', () => {
  const file = onFile([says('a', 'SUPPORT'), says('b', 'STAND_ASIDE')]);
  expect(stateOf(file, 2 * day - 1).status).toBe('OPEN');
  expect(stateOf(file, 2 * day)).toMatchObject({ status: 'AGREED', at: 2 * day });
});

test('an unanswered objection holds it, and rejects it when the days of the last level are over', () => {
  const file = onFile([says('a', 'SUPPORT'), says('b', 'SUPPORT'), says('c', 'OBJECT')]);
  expect(stateOf(file, 9 * day).status).toBe('OPEN');
  expect(stateOf(file, 10 * day)).toMatchObject({
    status: 'REJECTED',
    why: [{ kind: 'OBJECTION', agency: 'c', reason: 'It harms.', answered: false }],
  });
});

test.each([
  [0, 'REJECTED'],
  [1, 'AGREED'],
] as const)('with consensus minus %i, an agency that still objects after an answer makes it %s', (minus, status) => {
  const objection = says('c', 'OBJECT');
  const file = onFile([says('a', 'SUPPORT'), says('b', 'SUPPORT'), objection], {
    replies: [{ voice: objection.id, text: 'We changed it.', at: 3 * day }],
    rules: oneLevel({ consensusMinus: minus }),
  });
  expect(stateOf(file, 20 * day).status).toBe(status);
});

test('consensus minus one tolerates an objection that was answered, never an unanswered one', () => {
  const file = onFile([says('a', 'SUPPORT'), says('b', 'SUPPORT'), says('c', 'OBJECT')], {
    rules: oneLevel({ consensusMinus: 1 }),
  });
  expect(stateOf(file, 20 * day).status).toBe('REJECTED');
});

test('an agency’s newest position counts; the earlier one stays in the history', () => {
  const file = onFile([says('a', 'SUPPORT'), says('b', 'OBJECT'), says('b', 'SUPPORT', 1)]);
  const state = stateOf(file, 5 * day);
  expect(state).toMatchObject({ status: 'AGREED', at: 2 * day });
  const names = { agency: (id: string) => id, dayOf: (at: number) => new Date(at).toISOString().slice(0, 10) };
  expect(historyOf(file, state, 'a', names, 5 * day).map(({ says: words }) => words)).toEqual([
    'a raised it on 1 January 1970; executives are heard first.',
    'a supports it (executives, 1 January 1970).',
    'b objects (executives, 1 January 1970): It harms.',
    'b supports it (executives, 2 January 1970).',
    'Agreed on 3 January 1970.',
  ]);
});

test('too few heard at the last level: it lapses; enough heard but too little support: it is rejected', () => {
  expect(stateOf(onFile([says('a', 'SUPPORT')]), 10 * day)).toMatchObject({
    ...{ status: 'LAPSED', why: [{ kind: 'TOO_FEW_HEARD', heard: 1, needed: 2 }] },
  });
  const aside = ['b', 'c', 'd'].map((agency) => says(agency, 'STAND_ASIDE'));
  expect(stateOf(onFile([says('a', 'SUPPORT'), ...aside]), 10 * day)).toMatchObject({
    ...{ status: 'REJECTED', why: [{ kind: 'TOO_LITTLE_SUPPORT', support: 1, needed: 2 }] },
  });
});

test('the reason it is not agreed uses the right singular or plural', () => {
  const said = (heard: number, needed: number) =>
    whyInWords([{ kind: 'TOO_FEW_HEARD', heard, needed }], { agency: (id) => id });
  expect(said(0, 1)).toBe('0 agencies were heard at the last level, and 1 was needed');
  expect(said(1, 2)).toBe('1 agency was heard at the last level, and 2 were needed');
  expect(whyInWords([{ kind: 'TOO_LITTLE_SUPPORT', support: 0, needed: 1 }], { agency: (id) => id })).toBe(
    '0 agencies supported it, and 1 was needed',
  );
});

test('an agency that was not taking part when it was raised, or speaks after the end, is not heard', () => {
  const late = [says('a', 'SUPPORT'), says('b', 'SUPPORT'), says('c', 'OBJECT', 2.5), says('e', 'OBJECT')];
  expect(stateOf(onFile(late), 20 * day)).toMatchObject({ status: 'AGREED', at: 2 * day });
});

test('a share of agencies is rounded up: half of three is two, and none is one', () => {
  expect([shareOf(0.5, 3), shareOf(0.5, 4), shareOf(0, 4), shareOf(1, 4)]).toEqual([2, 2, 1, 4]);
});

const someVoice = fc.record({
  agency: fc.constantFrom(...agencies, 'e'),
  level: fc.constantFrom(...levels),
  position: fc.constantFrom<Position>('SUPPORT', 'STAND_ASIDE', 'OBJECT'),
  at: fc.integer({ min: 0, max: 100 * day }),
});
const someFile = fc
  .record({
    voices: fc.array(someVoice, { maxLength: 25 }),
    answered: fc.array(fc.tuple(fc.nat(24), fc.integer({ min: 0, max: 100 * day })), { maxLength: 10 }),
    withdrawnAt: fc.option(fc.integer({ min: 1, max: 100 * day }), { freq: 8 }),
    minus: fc.nat(2),
  })
  .map(({ voices, answered, withdrawnAt, minus }): OnFile => {
    const known = voices.map((one, place) => ({ ...one, id: `v${place}`, reason: 'r' }));
    return {
      ...{ proposal: { raisedAt: 0, agencies }, voices: known, withdrawnAt },
      replies: answered.flatMap(([place, at]) => (known[place] ? [{ voice: `v${place}`, text: 't', at }] : [])),
      rules: { ...usualDecisionRules, agreement: { consensusMinus: minus, support: 0.5 } },
    };
  });
const someTime = fc.integer({ min: 0, max: 120 * day });

test('the order in which voices were put on file makes no difference', () => {
  fc.assert(
    fc.property(someFile, someTime, (file, now) => {
      const turned = { ...file, voices: [...file.voices].reverse(), replies: [...file.replies].reverse() };
      expect(stateOf(turned, now)).toEqual(stateOf(file, now));
    }),
  );
});

test('of voices given while the level was open, only an agency’s newest at that level counts', () => {
  fc.assert(
    fc.property(someFile, someTime, (file, now) => {
      for (const { heard, level, from, to } of stateOf(file, now).levels)
        for (const voice of heard) {
          expect(voice.level).toBe(level);
          expect(voice.at).toBeGreaterThanOrEqual(from);
          const newer = file.voices.filter(
            (one) => one.agency === voice.agency && one.level === level && one.at > voice.at && one.at <= now,
          );
          // A newer one came after the level was over.
          for (const one of newer) expect(one.at).toBeGreaterThanOrEqual(to ?? Number.POSITIVE_INFINITY);
        }
    }),
  );
});

test('time only moves it forward: what is over stays over, and what is said later changes nothing before it', () => {
  fc.assert(
    fc.property(someFile, someTime, someTime, (file, one, other) => {
      const [before, after] = [stateOf(file, Math.min(one, other)), stateOf(file, Math.max(one, other))];
      expect(after.levels.length).toBeGreaterThanOrEqual(before.levels.length);
      const over = before.levels.filter(({ to }) => to !== null);
      expect(after.levels.slice(0, over.length)).toEqual(over);
      if (before.status !== 'OPEN') expect(after).toEqual(before);
      const then = Math.min(one, other);
      const known = {
        ...file,
        voices: file.voices.filter(({ at }) => at <= then),
        replies: file.replies.filter(({ at }) => at <= then),
        withdrawnAt: file.withdrawnAt !== null && file.withdrawnAt <= then ? file.withdrawnAt : null,
      };
      expect(stateOf(known, then)).toEqual(before);
    }),
  );
});

test('it is never agreed with an unanswered objection at the last level', () => {
  fc.assert(
    fc.property(someFile, (file) => {
      const { status, levels: reached } = stateOf(file, 1_000 * day);
      const open = (reached.at(-1)?.heard ?? []).filter(({ position, reply }) => position === 'OBJECT' && !reply);
      if (status === 'AGREED') expect(open).toEqual([]);
    }),
  );
});

test('every history ends once the days of all levels are over, or earlier; what is not agreed says why', () => {
  const atMost = usualDecisionRules.levels.reduce((sum, { atMostDays }) => sum + atMostDays, 0);
  fc.assert(
    fc.property(someFile, (file) => {
      const { status, why } = stateOf(file, atMost * day);
      expect(status).not.toBe('OPEN');
      expect(why.length > 0).toBe(status === 'REJECTED' || status === 'LAPSED');
    }),
  );
});

test('rules that contradict themselves are refused, each fault with its line', () => {
  const text = `levels:
  - { level: EXECUTIVE, roles: [EXECUTIVE], atLeastDays: 5, atMostDays: 3, quorum: 2 }
  - { level: MANAGER, roles: [MANAGER, CLIENT, EXECUTIVE], atLeastDays: 0, atMostDays: 3, quorum: 1 }
agreement: { consensusMinus: 0.5, support: 1, vetoes: 1 }
`;
  const parsed = parseDecisionRules(text);
  const faults = parsed.kind === 'REFUSED' ? parsed.faults.map(({ line, sentence }) => `${line}: ${sentence}`) : [];
  expect(faults).toEqual([
    expect.stringMatching(/^1: MANAGER stands after a level/),
    expect.stringMatching(/^1: EXECUTIVE speaks at more than one level/),
    expect.stringMatching(/^2: "atMostDays" \(3\) is less/),
    expect.stringMatching(/^2: "quorum" should be a number from 0 to 1/),
    expect.stringMatching(/^3: "CLIENT" cannot speak/),
    expect.stringMatching(/^4: "vetoes" is not known/),
    expect.stringMatching(/^4: "consensusMinus" should be a whole number/),
  ]);
});
