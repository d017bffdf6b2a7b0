// The part of the consent rules that Cedar can express too: opt-in consents and refusals by agency, purpose and category; a
// refusal that beats every permit; and a tree of categories in which a sensitive one must be named to be opened, and is closed
// by its parent. Cedar has no subjects, periods, reasons or legal bases, so those are left out. It is an oracle for `decide`
// and a yardstick for its speed.
import { setFlagsFromString } from 'node:v8';
import { covers } from '@accord/consent/covers';
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';

// V8 in Node 20 can crash when it deoptimises code into which it has inlined a call to WASM ("unreachable code" in the
// deoptimizer).
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

/**
 * Gives one person's consents to Cedar as the policy set `id`, parsed once. Returns a function that asks Cedar about (agency,
 * purpose, category): true if Cedar allows it.
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

/** A category belongs to every group by whose naming it is opened, and to every group by whose naming it is closed. */
function entityOf(code, profile) {
  const opening = [...profile.categories.keys()].filter((named) => covers(profile, named, code));
  const closing = [];
  for (let at = code; at !== undefined; at = profile.categories.get(at)?.parent) closing.push(at);
  const parents = [...opening.map((id) => ({ type: 'Opens', id })), ...closing.map((id) => ({ type: 'Closes', id }))];
  return { uid: { type: 'Category', id: code }, attrs: {}, parents };
}
