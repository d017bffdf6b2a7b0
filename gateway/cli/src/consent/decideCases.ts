import { decide } from '@accord/consent/decide';
import type { Profile } from '@accord/consent/Profile';
import type { TriedCase } from '@accord/consent/parseCase';
import { InputFault } from '../InputFault.ts';
import { disagreement } from './disagreement.ts';
import { readCases } from './readCases.ts';
import { readProfileToTry } from './readProfileToTry.ts';
import { type WholeDecision, wholeDecision } from './wholeDecision.ts';

export type DecideOptions = Readonly<{ cases: string; profile?: string; expect?: boolean }>;

/**
 * Prints what the rules answer to a file of cases, in order, one JSON decision per line.
 *
 * All cases are read before the first is decided, so that bad input (exit code 2) prints no decisions. With `--expect`, the
 * first case whose decision differs from the expected one ends the program with exit code 1.
 */
export async function decideCases({ cases: file, profile: given, expect }: DecideOptions): Promise<void> {
  const profile = readProfileToTry(given);
  const cases = await readCases(file, profile);
  for (const { path, sentence } of cases.flatMap(({ unknownCodes }) => unknownCodes))
    console.error(`Note: ${path}: ${sentence} That part has no effect.`);
  if (expect) compareAll(cases, file, profile);
  else process.stdout.write(cases.map((each) => `${JSON.stringify(decided(each, profile))}\n`).join(''));
}

const decided = ({ facts, ask }: TriedCase, profile: Profile): WholeDecision =>
  wholeDecision(decide(facts, ask, profile));

function compareAll(cases: readonly TriedCase[], file: string, profile: Profile): void {
  const expecting = cases.flatMap((each, n) =>
    each.expect === undefined ? [] : [{ ...each, expect: each.expect, n }],
  );
  if (expecting.length === 0)
    throw new InputFault(`${file}: no case has an "expect". Add one to a case, or leave out --expect.`);
  for (const each of expecting) {
    const found = decided(each, profile);
    const keys = disagreement(each.expect, found);
    if (keys.length === 0) continue;
    console.error(
      `${file}: [${each.n}] differs in ${keys.join(', ')}.\n` +
        `  expected  ${JSON.stringify(each.expect)}\n  decided   ${JSON.stringify(found)}`,
    );
    process.exitCode = 1;
    return;
  }
  const silent = cases.length - expecting.length;
  console.log(
    `All ${expecting.length} cases came out as expected${silent > 0 ? `; ${silent} more have no "expect"` : ''}.`,
  );
}
