// The part of the consent rules that Cedar can say too: opt-in consents and refusals by agency, purpose and category, a refusal
// beating every permit, a tree of categories in which a sensitive one must be named to be opened and is closed by its parent.
// Cedar has no subjects, periods, reasons or bases, so those stay out. An oracle for `decide` and a yardstick for its speed.
import { setFlagsFromString } from 'node:v8';
import { covers } from '@accord/consent/covers';
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';

// V8 of Node 20 can crash where it has inlined a call into WASM and then undoes that ("unreachable code" in the deoptimizer).
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

/**
 * Hands one person's consents to Cedar as the policy set `id`, parsed once; gives how Cedar answers
 * (agency, purpose, category): true where it allows.
 */
export function consentsInCedar(id, consents, profile) {
  const parsed = preparsePolicySet(id, { staticPolicies: consents.map(policyOf).join('\n') });
  if (parsed.type !== 'success') throw new Error(JSON.stringify(parsed.errors));
  const entities = new Map([...profile.categories.keys()].map((code) => [code, [entityOf(code, profile)]]));
  return (agency, purpose, category) => {
    const answer = statefulIsAuthorized({
      principal: { type: 'Agency', id: agency },
      action: { type: 'Action', id: purpose },
      resource: { type: 'Category', id: category },
      context: {},
      preparsedPolicySetId: id,
      entities: entities.get(category),
    });
    if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors));
    return answer.response.decision === 'allow';
  };
}

function policyOf({ status, rule }) {
  if (status === 'refused') return policy('forbid', rule, 'Closes');
  return rule.except.map((exception) => policy('permit', exception, 'Opens')).join('\n');
}

function policy(effect, { agencies, purposes, categories }, group) {
  const set = (type, codes) => `[${codes.map((code) => `${type}::"${code}"`).join(', ')}]`;
  const conditions = [
    agencies && `principal in ${set('Agency', agencies)}`,
    purposes && `action in ${set('Action', purposes)}`,
    categories && `resource in ${set(group, categories)}`,
  ].filter(Boolean);
  return `${effect}(principal, action, resource)${conditions.length > 0 ? ` when { ${conditions.join(' && ')} }` : ''};`;
}

/** A category belongs to every group that naming opens it, and to every group that naming closes it. */
function entityOf(code, profile) {
  const opening = [...profile.categories.keys()].filter((named) => covers(profile, named, code));
  const closing = [];
  for (let at = code; at !== undefined; at = profile.categories.get(at)?.parent) closing.push(at);
  const parents = [...opening.map((id) => ({ type: 'Opens', id })), ...closing.map((id) => ({ type: 'Closes', id }))];
  return { uid: { type: 'Category', id: code }, attrs: {}, parents };
}
