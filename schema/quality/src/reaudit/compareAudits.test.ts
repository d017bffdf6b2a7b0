import { cellOf } from '@accord/quality/audit/cellOf';
import type { Audit, Figures, Month, SecondLook, Window } from '@accord/quality/reaudit/Audit';
import { type Compared, compareAudits } from '@accord/quality/reaudit/compareAudits';
import fc from 'fast-check';

const share = (part: number, whole: number) => ({ part, whole });
const spring: Window = { first: '2026-01', last: '2026-03' };
const autumn: Window = { first: '2026-04', last: '2026-06' };
const figures = (more: Partial<Figures> = {}): Figures => ({
  gap: share(90, 200),
  prevalence: share(110, 900),
  alerts: 30,
  ...more,
});
type Agencies = Audit['agencies'];
const audit = (window: Window, agencies: Agencies, more: Partial<Audit> = {}): Audit => ({
  rules: 'fv-3',
  category: 'FAMILY_VIOLENCE_EXPERIENCING',
  window,
  agencies,
  ...more,
});
const harbour = (more: Partial<Figures> = {}): Agencies => [{ agency: 'harbour', told: figures(more) }];
const looked = (both: number, firstOnly: number, secondOnly: number, neither: number): SecondLook => ({
  rules: 'fv-3',
  agencies: [{ agency: 'harbour', told: { both, firstOnly, secondOnly, neither } }],
});

function compared(before: Audit, after: Audit, more: Parameters<typeof compareAudits>[2] = {}): Compared {
  const found = compareAudits(before, after, more);
  if (found.kind === 'refused') throw new Error(found.words.join(' '));
  return found;
}
const words = (before: Agencies, after: Agencies, more: Parameters<typeof compareAudits>[2] = {}): string =>
  compared(audit(spring, before), audit(autumn, after), more).words.join('\n');

describe('refused, with the reason', () => {
  test.each([
    [
      'other rules',
      audit(autumn, harbour(), { rules: 'fv-4' }),
      undefined,
      'OTHER_RULES',
      'different rules (fv-3, then fv-4)',
    ],
    [
      'other rules on the second look',
      audit(autumn, harbour()),
      { ...looked(1, 1, 1, 1), rules: 'fv-4' },
      'OTHER_RULES',
      'Run the second audit with fv-3',
    ],
    [
      'another category',
      audit(autumn, harbour(), { category: 'MEDICAL' }),
      undefined,
      'OTHER_CATEGORY',
      'about MEDICAL',
    ],
    [
      'the later audit first',
      audit({ first: '2025-01', last: '2025-03' }, harbour()),
      undefined,
      'WRONG_ORDER',
      'earlier one first',
    ],
    [
      'no agency in both',
      audit(autumn, [{ agency: 'kestrel', told: figures() }]),
      undefined,
      'NO_AGENCY_IN_BOTH',
      'nothing to compare. The harbour has not audited both periods. The kestrel has not audited both periods.',
    ],
  ])('%s', (_, after, again, why, sentence) => {
    const nameOf = (agency: string): string => `The ${agency}`;
    const found = compareAudits(audit(spring, harbour()), after, { nameOf, ...(again && { again }) });
    expect(found).toMatchObject({ kind: 'refused', why });
    expect(found.words.join(' ')).toContain(sentence);
  });

  test('invalid months, and months out of order, are faults', () => {
    const wrong = audit({ first: '2026-03', last: '2026-01' }, harbour());
    expect(() => compareAudits(wrong, audit(autumn, harbour()))).toThrow('Give the earlier month first');
    const twice = audit(spring, [...harbour(), ...harbour()]);
    expect(() => compareAudits(twice, audit(autumn, harbour()))).toThrow('given twice');
  });
});

describe('the sentence', () => {
  test.each<[string, Agencies, Agencies, readonly string[]]>([
    [
      '30 -> 40 is not a finding',
      harbour({ alerts: 30 }),
      harbour({ alerts: 40 }),
      [
        'Alerts raised: 30 in 3 months before, 40 in 3 months after. That is 1.33 times as many a month. The likely range is 0.83 to 2.14 times. These numbers also fit no change at all. The difference could be chance, and it is not a finding.',
      ],
    ],
    [
      '90 -> 120 is more than chance would bring',
      harbour({ alerts: 90 }),
      harbour({ alerts: 120 }),
      ['The likely range is 1.01 to 1.75 times. Chance alone would rarely produce so large a rise.'],
    ],
    [
      'a fall in gaps is given with its range',
      harbour({ gap: share(90, 200) }),
      harbour({ gap: share(60, 200) }),
      [
        'Records with evidence but no alert: 90 of 200 (45%) before, 60 of 200 (30%) after. That is 15 percentage points lower. The likely range is from 5.5 to 24.1 percentage points lower. Chance alone would rarely produce so large a fall.',
      ],
    ],
    [
      'none before gives no ratio',
      harbour({ alerts: 0 }),
      harbour({ alerts: 8 }),
      ['With none before, there is nothing to measure the change against.'],
    ],
    [
      'small numbers are called small',
      harbour({ gap: share(10, 20) }),
      harbour({ gap: share(5, 20) }),
      ['Some of these numbers are small.', 'it is not a finding'],
    ],
    [
      'an agency that is down is named, and left out of both',
      [...harbour(), { agency: 'kestrel', told: figures({ alerts: 500 }) }],
      [...harbour(), { agency: 'kestrel', missing: 'UNREACHABLE' }],
      [
        '"kestrel" did not answer, so it is not in these numbers:',
        'not counted as zero',
        '30 in 3 months before, 30 in 3 months after',
      ],
    ],
    [
      'an agency that does not want to be counted is named',
      [...harbour(), { agency: 'wattle', missing: 'NOT_AGREED' }],
      [...harbour(), { agency: 'wattle', missing: 'NOT_AGREED' }],
      ['"wattle" does not release these figures'],
    ],
    [
      'a suppressed part is mentioned by name',
      [...harbour(), { agency: 'kestrel', told: figures({ gap: null }) }],
      [...harbour(), { agency: 'kestrel', told: figures() }],
      [
        '"kestrel" had counts too small to show, so it is not in these numbers: the share without an alert. It',
        '60 in 3 months before',
      ],
    ],
    [
      'nothing may be shown',
      harbour({ gap: null, alerts: null }),
      harbour(),
      [
        'Records with evidence but no alert: there are no figures for both periods that may be shown.',
        'Alerts raised: there are no figures for both periods that may be shown.',
      ],
    ],
  ])('%s', (_, before, after, said) => {
    const found = words(before, after);
    for (const part of said) expect(found).toContain(part);
  });

  test('what is withheld is not called small', () => {
    expect(words(harbour({ gap: null, alerts: null }), harbour())).not.toContain('small. One');
  });

  test('always says that there is no comparison group, and that more alerts are not in themselves better', () => {
    const found = words(harbour(), harbour({ alerts: 900 }));
    expect(found).toContain('There is no group to compare with.');
    expect(found).toContain('this does not show what caused a change');
    expect(found).toContain('the true ranges are a little wider');
    expect(found).toContain('More alerts are not better in themselves');
    expect(found).not.toContain('small');
  });

  test('overlapping periods are not compared; the same records still are', () => {
    const overlapping = audit({ first: '2026-03', last: '2026-05' }, harbour());
    const found = compared(audit(spring, harbour()), overlapping, { again: looked(50, 40, 10, 100) });
    expect(found.newRecords).toBeNull();
    expect(found.sameRecords?.verdict).toBe('LESS');
    expect(found.words.join('\n')).toContain('The two periods overlap (2026-01 to 2026-03, 2026-03 to 2026-05).');
    expect(found.words.join('\n')).not.toContain('Alerts raised');
  });

  test('the same records are compared separately from the new ones', () => {
    const found = words(harbour(), harbour(), { again: looked(50, 40, 10, 100) });
    expect(found).toContain(
      'The same 200 records, looked at again: 90 had evidence but no alert then, 60 now (40 closed, 10 opened). That is 15 percentage points lower. The likely range is from 8.2 to 21.5 percentage points lower. Chance alone would rarely produce so large a fall.',
    );
  });

  test('if few records changed, the exact test decides', () => {
    const { sameRecords } = compared(audit(spring, harbour()), audit(autumn, harbour()), {
      again: looked(0, 5, 0, 45),
    });
    expect(sameRecords?.change.interval?.high).toBeLessThan(0);
    expect(sameRecords?.exactP).toBeCloseTo(0.0625, 10);
    expect(sameRecords?.verdict).toBe('COULD_BE_CHANCE');
  });

  test('windows of different lengths are compared by the month', () => {
    const year = audit({ first: '2026-04', last: '2027-03' }, harbour({ alerts: 120 }));
    expect(compared(audit(spring, harbour()), year).newRecords?.alerts.change.estimate).toBe(1);
  });
});

describe('months', () => {
  const month = (n: number, alerts: number | null): Month => ({
    month: `20${25 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
    gap: share(20, 50),
    alerts,
  });
  const said = (alerts: readonly (number | null)[]): string =>
    words(harbour(), harbour(), { months: alerts.map((count, n) => month(n, count)) });

  test('a lasting shift, none, and too few months', () => {
    expect(said([9, 8, 9, 7, 8, 9, 8, 16, 17, 15, 18, 16, 17, 15])).toContain(
      'alerts show a shift that chance alone rarely produces',
    );
    expect(said([9, 12, 8, 13, 9, 14, 8, 12, 7, 13, 9, 12])).toContain('no lasting shift');
    expect(said([9, 12, 8])).toContain('too few months');
  });

  test('an agency that always names it after forty days seems to name it less late in each window: the words say so', () => {
    const later = (day: string): string => new Date(Date.parse(day) + 40 * 86_400_000).toISOString().slice(0, 10);
    const standing = ['2026-01-10', '2026-02-10', '2026-03-10'].map((day) => {
      const alert = { raisedOn: later(day), endedOn: null, status: 'ACTIVE', certainty: 'DISCLOSED' };
      return cellOf({ evidence: [day], alerts: [alert] }, spring).standing;
    });
    expect(standing).toEqual(['NAMED', 'NAMED', 'GAP']);
    expect(said([9, 12, 8])).toContain(
      'Late in a period there is less time left for an alert, so its last months look worse than they are.',
    );
    expect(words(harbour(), harbour())).not.toContain('less time left');
  });

  test('withheld months are left out and counted as left out, not as zero', () => {
    const found = compared(audit(spring, harbour()), audit(autumn, harbour()), {
      months: [9, null, 8, 13, 9, 14, 8, 12, 7, 13, 9, 12].map((count, n) => month(n, count)),
    });
    expect(found.charts.alerts.leftOut).toEqual(['2025-02']);
    expect(found.charts.alerts.xmr.points).toHaveLength(11);
    expect(found.words.join(' ')).toContain('1 month could not be shown and was left out.');
    expect(found.charts.gap.points).toHaveLength(12);
  });

  test('months out of order are refused', () => {
    expect(() => words(harbour(), harbour(), { months: [month(1, 5), month(0, 5)] })).toThrow('in order');
  });
});

describe('laws', () => {
  const shares = fc.option(
    fc.tuple(fc.nat(80), fc.nat(80)).map(([part, rest]) => share(part, part + rest)),
    { freq: 6 },
  );
  const told = fc.record({ gap: shares, prevalence: shares, alerts: fc.option(fc.nat(150), { freq: 6 }) });
  const agencies = fc
    .array(
      fc.oneof(
        told.map((one) => ({ told: one })),
        fc.constant({ missing: 'UNREACHABLE' as const }),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((list) => list.map((one, i) => ({ agency: `a${i}`, ...one })));

  test('no NaN, and no number without its range; a change is called one only if its range excludes no change', () => {
    fc.assert(
      fc.property(agencies, agencies, (before, after) => {
        const found = compareAudits(audit(spring, before), audit(autumn, after));
        const text = found.words.join('\n');
        expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
        if (found.kind === 'refused' || !found.newRecords) return;
        for (const [change, none] of [
          [found.newRecords.gap, 0],
          [found.newRecords.prevalence, 0],
          [found.newRecords.alerts, 1],
        ] as const) {
          const { interval } = change.change;
          const outside = interval !== null && (interval.low > none || interval.high < none);
          expect(change.verdict === 'MORE' || change.verdict === 'LESS').toBe(outside);
          expect(change.agencies.length + change.leftOut.length).toBe(Math.max(before.length, after.length));
        }
        expect(text.match(/ points (higher|lower)\. The likely range/g)?.length ?? 0).toBe(
          text.match(/That is (?:[\d.]+|under 0\.1) percentage points/g)?.length ?? 0,
        );
      }),
    );
  });

  test('the words suit about an eighth-grade reader', () => {
    const text = words(harbour({ alerts: 90 }), harbour({ alerts: 120, gap: share(60, 200) }), {
      again: looked(50, 40, 10, 100),
    });
    expect(gradeOf(text)).toBeLessThan(8.5);
  });
});

/** Returns the Flesch-Kincaid grade of a text; groups of vowels count as syllables. */
function gradeOf(text: string): number {
  const sentences = text.split(/[.:?]\s/).filter((part) => part.trim() !== '').length;
  const all = text.match(/[A-Za-z]+/g) ?? [];
  const syllables = all.reduce(
    (sum, word) =>
      sum +
      (word
        .toLowerCase()
        .replace(/e$/, '')
        .match(/[aeiouy]+/g)?.length ?? 1),
    0,
  );
  return 0.39 * (all.length / sentences) + 11.8 * (syllables / all.length) - 15.59;
}
