import { isObjectType } from 'graphql';
import { statedLabels } from './labels.ts';
import { readSubgraph } from './readSubgraph.ts';
import { allSubgraphs } from './subgraphs.ts';
import { aboutAlert, aboutNeed, alertTerms, needTerms, purposesOfRole } from './vocabulary.ts';

/** A code the contract relies on, and why: `labels AgencyRecord.housing`. */
export type UsedCode = Readonly<{ code: string; because: string }>;

/** Returns every category that labels something in the SDL, or under which an alert or need is released, once each. */
export function categoriesUsed(): readonly UsedCode[] {
  const labelled = allSubgraphs()
    .flatMap((subgraph) => Object.values(readSubgraph(subgraph).getTypeMap()))
    .filter(isObjectType)
    .flatMap((type) => [
      ...statedLabels(type).map((code) => ({ code, because: `labels ${type.name}` })),
      ...Object.values(type.getFields()).flatMap((field) =>
        statedLabels(field).map((code) => ({ code, because: `labels ${type.name}.${field.name}` })),
      ),
    ]);
  const alerts = alertTerms.flatMap((alert) =>
    aboutAlert(alert.code).map((code) => ({ code, because: `the alert ${alert.code} is released under` })),
  );
  const needs = needTerms.flatMap((need) =>
    aboutNeed(need.code).map((code) => ({ code, because: `the need ${need.code} is released under` })),
  );
  return onceEach([...labelled, ...alerts, ...needs]);
}

/** Returns every purpose that some role may claim, once each. */
export function purposesUsed(): readonly UsedCode[] {
  return onceEach(
    Object.entries(purposesOfRole).flatMap(([role, purposes]) =>
      purposes.map((code) => ({ code, because: `a ${role} may claim` })),
    ),
  );
}

/** The purpose under which clients read about themselves. */
export const clientPurpose: UsedCode = { code: purposesOfRole.CLIENT[0], because: 'is the one a CLIENT may claim' };

const onceEach = (used: readonly UsedCode[]): readonly UsedCode[] =>
  [...new Map([...used].reverse().map((each) => [each.code, each] as const)).values()].reverse();
