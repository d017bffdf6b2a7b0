import { inventPartnership } from '@accord/people/inventPartnership';
import { wilsonInterval } from '../statistics/wilson.ts';
import { compileRules } from './compileRules.ts';
import { shippedRules } from './shippedRules.ts';

// The demonstration's notes are made from sentences by another author, and state whether they describe family violence now.
test("the demonstration's notes are read no worse than before", () => {
  const read = compileRules(shippedRules);
  const counts = { right: 0, wrong: 0, missed: 0, abstained: 0, silent: 0 };
  const { people } = inventPartnership({ asOf: '2026-11-25', count: 600, seed: 581 });
  for (const { given, records } of people)
    for (const record of records)
      for (const { text, writtenOn, describesFamilyViolence } of record.notes) {
        const verdicts = read(text, { client: [given], writtenIn: Number(writtenOn.slice(0, 4)) }).slice(0, 2);
        const got = verdicts.some(({ kind, when }) => kind === 'EVIDENCE' && when !== 'PAST');
        if (!got && verdicts.some(({ kind }) => kind === 'ABSTAIN')) counts.abstained += 1;
        if (describesFamilyViolence) counts[got ? 'right' : 'missed'] += 1;
        else counts[got ? 'wrong' : 'silent'] += 1;
      }
  const { right, wrong, missed } = counts;
  const shown = (whole: number) => {
    const { low, high } = wilsonInterval({ part: right, whole });
    return `${right}/${whole} ${(right / whole).toFixed(3)} (${low.toFixed(3)}-${high.toFixed(3)})`;
  };
  console.info(
    `precision ${shown(right + wrong)}, recall ${shown(right + missed)}, abstained ${counts.abstained}, silent ${counts.silent}`,
  );
  expect(right).toBeGreaterThanOrEqual(240);
  expect(wrong).toBeLessThanOrEqual(5);
});
