import type { Ask } from './Ask.ts';
import type { Answer } from './Decision.ts';
import type { Gate, Profile } from './Profile.ts';

/**
 * Returns the denial of the first gate of the profile that is shut, or undefined if all are open.
 *
 * A gate decides whether a purpose allows any sharing at all: neither consent nor breaking the glass lifts it.
 */
export function gateOn(ask: Ask, profile: Profile): Answer | undefined {
  const shut = profile.gates.find((gate) => gate.purposes.includes(ask.purpose) && isShut(gate, ask));
  return shut && { effect: 'deny', reason: shut.reason, basis: [] };
}

function isShut(gate: Gate, ask: Ask): boolean {
  switch (gate.kind) {
    case 'entity':
      return !(ask.viewer.entity ?? []).includes(gate.entity);
    case 'no-volunteers':
      return ask.viewer.volunteer === true;
    case 'relevance':
      return ask.relevant === false;
    default:
      return gate satisfies never;
  }
}
