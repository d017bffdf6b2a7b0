import { answerOf, canAsk, type Question } from './answerOf.ts';
import type { PublishedTable } from './PublishedTable.ts';

/** Why an agency is not in a total. It is named, never counted as zero. */
export type Missing =
  /** It did not answer. */
  | 'UNREACHABLE'
  /** It has decided to keep its clients' data out of audits. */
  | 'VETOED'
  /** It does not let its clients' data be counted. */
  | 'NOT_AGREED'
  /** It is asked through a contract version that has no audits, whether or not it has run one. */
  | 'OLDER_CONTRACT'
  /** It has not audited this period yet. */
  | 'NOT_AUDITED'
  /** It used another version of the rules. */
  | 'OTHER_RULES'
  /** Its table does not have what is asked for. */
  | 'NOT_IN_ITS_TABLE';

export type AgencyReport = Readonly<{ agency: string } & ({ table: PublishedTable } | { missing: Missing })>;

export type Combined = Readonly<{
  /** For all agencies together; null if any of them is withheld or missing. */
  total: number | null;
  /** How many are known for certain: the agencies that gave a count, plus the published part of the others. */
  atLeast: number;
  counted: readonly Readonly<{ agency: string; count: number }>[];
  withheld: readonly Readonly<{ agency: string; atLeast: number; atMost: number }>[];
  missing: readonly Readonly<{ agency: string; why: Missing }>[];
}>;

/**
 * Combines every agency's published answer to one question. Withheld counts stay withheld even when added up: the hub cannot
 * know that many small counts make a large one. Throws RangeError for an agency given twice.
 */
export function combineAgencies(reports: readonly AgencyReport[], question: Question): Combined {
  if (new Set(reports.map(({ agency }) => agency)).size < reports.length) {
    throw new RangeError('An agency was given twice. Give one report for each.');
  }
  const counted: { agency: string; count: number }[] = [];
  const withheld: { agency: string; atLeast: number; atMost: number }[] = [];
  const missing: { agency: string; why: Missing }[] = [];
  for (const report of reports) {
    const { agency } = report;
    if ('missing' in report) missing.push({ agency, why: report.missing });
    else if (!canAsk(report.table, question)) missing.push({ agency, why: 'NOT_IN_ITS_TABLE' });
    else {
      const answer = answerOf(report.table, question);
      if (answer.kind === 'counted') counted.push({ agency, count: answer.count });
      else withheld.push({ agency, atLeast: answer.atLeast, atMost: answer.atMost });
    }
  }
  const sum = counted.reduce((all, { count }) => all + count, 0);
  const atLeast = withheld.reduce((all, part) => all + part.atLeast, sum);
  const complete = withheld.length === 0 && missing.length === 0 && reports.length > 0;
  return { total: complete ? sum : null, atLeast, counted, withheld, missing };
}
