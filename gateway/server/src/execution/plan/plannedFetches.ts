import type { FetchNode, PlanNode } from '../planner.ts';

/** A variable of `@skip` or `@include` that a part of a plan depends on. `booleansOf` has already made sure that it is a boolean. */
export type Condition = Readonly<{ variable: string; is: boolean }>;

/** One fetch in its place in the plan. */
export type Planned = Readonly<{
  fetch: FetchNode;
  /** Its index among the fetches, in the order of the plan. */
  number: number;
  /** Where in the answer, as the planner writes paths: response keys from the root, `@` for every item of a list. */
  path: readonly string[];
  conditions: readonly Condition[];
  /** Numbers of the fetches the plan puts before it: those in the earlier nodes of every sequence that contains it. */
  before: ReadonlySet<number>;
}>;

/** Returns the fetches of a plan, in its order. Throws for what the hub does not serve: `@defer` and contexts. */
export function plannedFetches(plan: PlanNode): readonly Planned[] {
  const all: Planned[] = [];
  const lay = (node: PlanNode, site: Omit<Planned, 'fetch' | 'number'>): void => {
    switch (node.kind) {
      case 'Fetch':
        if ((node.contextRewrites?.length ?? 0) > 0)
          throw new Error('A plan passes on contexts (@context), which this hub does not support.');
        all.push({ fetch: node, number: all.length, ...site });
        return;
      case 'Flatten':
        lay(node.node, { ...site, path: [...site.path, ...node.path.map(String)] });
        return;
      case 'Parallel':
        for (const one of node.nodes) lay(one, site);
        return;
      case 'Sequence': {
        const first = all.length;
        for (const one of node.nodes) {
          const earlier = Array.from({ length: all.length - first }, (_, place) => first + place);
          lay(one, { ...site, before: new Set([...site.before, ...earlier]) });
        }
        return;
      }
      case 'Condition': {
        const when = (is: boolean) => ({ ...site, conditions: [...site.conditions, { variable: node.condition, is }] });
        if (node.ifClause) lay(node.ifClause, when(true));
        if (node.elseClause) lay(node.elseClause, when(false));
        return;
      }
      case 'Defer':
        throw new Error('A plan defers part of its answer, which this hub does not support.');
    }
  };
  lay(plan, { path: [], conditions: [], before: new Set() });
  return all;
}
