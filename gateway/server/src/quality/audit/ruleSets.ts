import type { QueryRuleSetArgs, RuleFault } from '@accord/contract/generated/api';
import { keep } from '@accord/execution/keep';
import { editRules } from '@accord/quality/rules/editRules';
import { parseRuleSet } from '@accord/quality/rules/parseRuleSet';
import { shippedRules, shippedRulesText } from '@accord/quality/rules/shippedRules';
import { versionOf } from '@accord/quality/rules/versionOf';
import type { RequestContext } from '../../RequestContext.ts';
import type { RuleSetRow, RuleSets } from '../../store/ruleSets.ts';
import { assertMayDo } from '../../subgraph/mayDo.ts';

type Parts = Readonly<{ store: Readonly<{ ruleSets: RuleSets }> }>;

/** A version on file of how notes are read; `added` is null for the one that comes with the hub. */
export type OnFile = Pick<RuleSetRow, 'id' | 'name' | 'version' | 'text'> &
  Readonly<{ added: Pick<RuleSetRow, 'agencyId' | 'at'> | null }>;

const shipped: OnFile = {
  ...{ id: versionOf(shippedRules), name: shippedRules.name, version: shippedRules.version },
  ...{ text: shippedRulesText, added: null },
};

/** Returns every version on file, by name, highest version first. */
export async function rulesOnFile(ruleSets: RuleSets): Promise<readonly OnFile[]> {
  const rows = await ruleSets.all();
  const added = rows.map(({ id, name, version, text, agencyId, at }) => ({
    ...{ id, name, version, text, added: { agencyId, at } },
  }));
  return [...added.filter(({ id }) => id !== shipped.id), shipped].sort(
    (a, b) => a.name.localeCompare(b.name) || b.version.localeCompare(a.version, 'en', { numeric: true }),
  );
}

/** Returns every rule set on file. Throws `ROLE_REFUSED`. */
export async function ruleSetsOnFile({ store }: Parts, context: RequestContext) {
  assertMayDo('ruleSets', context.requester);
  return (await rulesOnFile(store.ruleSets)).map((one) => ruleSetView(one, context));
}

/** Returns one version, or the highest of that name. Throws `ROLE_REFUSED`. */
export async function ruleSetOf({ name, version }: QueryRuleSetArgs, { store }: Parts, context: RequestContext) {
  assertMayDo('ruleSets', context.requester);
  const found = (await rulesOnFile(store.ruleSets)).find(
    (one) => one.name === name && (!version || one.version === version),
  );
  return found ? ruleSetView(found, context) : null;
}

/** Puts an edited version on file, or returns what is wrong with it. Throws `ROLE_REFUSED`. */
export async function addRuleSet(text: string, { store }: Parts, context: RequestContext) {
  assertMayDo('addRuleSet', context.requester);
  const parsed = parseRuleSet(text);
  if (parsed.kind === 'FAULTY') return refused(parsed.faults);
  const onFile = await rulesOnFile(store.ruleSets);
  const newest = onFile.find(({ name }) => name === parsed.rules.name) ?? shipped;
  const before = parseRuleSet(newest.text);
  const edited = before.kind === 'RULES' ? editRules(before.rules, text) : parsed;
  if (edited.kind === 'FAULTY') return refused(edited.faults);
  const { rules } = edited;
  const { agency, user } = context.requester;
  const row = {
    ...{ id: versionOf(rules), name: rules.name, version: rules.version, text },
    ...{ agencyId: agency.id, by: user, at: context.now },
  };
  if (!(await store.ruleSets.add(row)))
    return refused([{ line: 1, column: 1, sentence: `Version ${rules.version} was added in the meantime.` }]);
  context.changed.add(row.id);
  return { ruleSet: ruleSetView({ ...row, added: row }, context), faults: [] };
}

const refused = (faults: readonly Omit<RuleFault, '__typename'>[]) => ({ ruleSet: null, faults });

/** The alert categories in a text on file. Cached, because parsing takes milliseconds and the same texts are asked for again and again. */
const alertsIn = keep((text): readonly string[] => {
  const read = parseRuleSet(text);
  return read.kind === 'RULES' ? [...read.rules.alerts.keys()] : [];
}, 100);

function ruleSetView({ id, name, version, text, added }: OnFile, { partners }: RequestContext) {
  return {
    ...{ id, name, version, text, alerts: alertsIn(text) },
    addedBy: (added && partners.get(added.agencyId)) ?? null,
    addedAt: added?.at.toISOString() ?? null,
  };
}
