import type { Database } from './Database.ts';

/** One version of a rule set the partners put on file. */
export type RuleSetRow = Readonly<{
  /** Name, version, and a hash of the whole content. */
  id: string;
  name: string;
  version: string;
  text: string;
  agencyId: string;
  by: string;
  at: Date;
}>;

export type RuleSets = Readonly<{
  /** Every version on file, newest first. */
  all: () => Promise<readonly RuleSetRow[]>;
  /** Puts a version on file. @returns false where that name and version are there already. */
  add: (row: RuleSetRow) => Promise<boolean>;
}>;

export function ruleSets({ prisma }: Database): RuleSets {
  return {
    all: () => prisma.ruleSet.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }] }),
    add: async (row) => (await prisma.ruleSet.createMany({ data: [row], skipDuplicates: true })).count === 1,
  };
}
