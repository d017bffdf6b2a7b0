import type { Ask } from './Ask.ts';
import type { Answer } from './Decision.ts';
import type { Gate, Profile } from './Profile.ts';

/**
 * The denial of the first gate of the profile that is shut, or undefined where all stand open.
 *
 * A gate is about sharing at all under a purpose: consent does not lift it, nor does break-glass.
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
