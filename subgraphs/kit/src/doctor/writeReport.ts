import type { Report, Result } from './examine.ts';

const titles: Readonly<Record<string, string>> = {
  contract: 'The contract',
  guard: 'The guard: invalid permits',
  release: 'What a permit releases',
  operations: 'What may be asked',
  batching: 'Many records at once',
  errors: 'Errors',
  limits: 'Limits and time-outs',
  values: 'What is told',
};

/** Words, so that the report can be read without colours, and by a machine that reads aloud. */
const words = { HOLDS: '✓ holds  ', BROKEN: '✗ BROKEN ', WARNING: '! warning', SKIPPED: '- skipped' } as const;
const colours = { HOLDS: 32, BROKEN: 31, WARNING: 33, SKIPPED: 90 } as const;

/** The report as a person reads it; it ends with how many rules hold. */
export function writeReport(report: Report, { colour }: Readonly<{ colour: boolean }>): string {
  const { agency, url, contract, modules, records, rules } = report;
  const from = records.from === 'GIVEN' ? 'as named' : 'found among the numbers 1 to 200; name others with --records';
  const lines = [
    `${agency} at ${url}: contract ${contract}, ${modules.length > 0 ? `with ${modules.join(', ')}` : 'no modules'}, ${records.known} records (${from})`,
  ];
  for (const [theme, title] of Object.entries(titles)) {
    const own = rules.filter(({ id }) => id.startsWith(`${theme}.`));
    if (own.length > 0) lines.push('', title, ...own.flatMap((result) => linesOf(result, colour)));
  }
  return [...lines, '', summary(report)].join('\n');
}

function linesOf({ id, rule, asked, state, found, mend }: Result, colour: boolean): readonly string[] {
  const word = colour ? `\u001b[${colours[state]}m${words[state]}\u001b[0m` : words[state];
  const line = `  ${word}  ${rule}  (${id})`;
  if (state === 'HOLDS') return [line];
  return [line, `      asked: ${asked}`, `      found: ${found}`, ...(mend === null ? [] : [`      to do: ${mend}`])];
}

function summary({ holding, broken, warnings, skipped, rules }: Report): string {
  const judged = rules.length - skipped;
  return [
    `${holding} of ${judged} rules hold`,
    broken > 0 ? `${broken} to fix` : 'nothing to fix',
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join('; ');
}
