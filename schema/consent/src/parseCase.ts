import type { Ask } from './Ask.ts';
import { BadInput } from './BadInput.ts';
import type { Facts } from './Facts.ts';
import { type FileFault, factFaults } from './faultsIn.ts';
import { fieldsOf, type Input, listOf, optional, textOf } from './Input.ts';
import type { Profile } from './Profile.ts';
import { readAsk } from './readAsk.ts';
import { readFacts } from './readFacts.ts';

/** What a case expects; what it leaves out may be anything. */
export type Expectation = Readonly<{
  effect?: string | undefined;
  reason?: string | undefined;
  mask?: readonly string[] | undefined;
  basis?: readonly string[] | undefined;
  obligations?: readonly string[] | undefined;
  validUntil?: string | undefined;
}>;

/** A partnership's own case: what is on file, what is asked and, if it says so, the expected answer. */
export type TriedCase = Readonly<{
  facts: Facts;
  ask: Ask;
  expect: Expectation | undefined;
  /**
   * Where the case names codes the profile does not have. Such a part never takes effect, and no law applies to an unknown role
   * or entity.
   */
  unknownCodes: readonly FileFault[];
}>;

/**
 * Parses one case of a list, `{ facts, request, expect? }`. `path` is its place in the list, such as `[3]`. Other fields are
 * notes and are not read. A fact or field left out is empty. An unknown field or a wrong type inside throws `BadInput` with its
 * path.
 */
export function parseCase(json: unknown, path: string, profile: Profile): TriedCase {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new BadInput(path, 'should be an object with facts and a request.');
  const field = (name: string): Input => ({
    value: Object.hasOwn(json, name) ? Reflect.get(json, name) : undefined,
    path: `${path}.${name}`,
    form: 'CASE',
  });
  const facts = optional(field('facts'), readFacts) ?? {};
  const ask = readAsk(field('request'));
  const unknownCodes = [
    ...factFaults(facts, `${path}.facts`, profile).filter(({ kind }) => kind === 'UNKNOWN_CODE'),
    ...unknownIn(ask, `${path}.request`, profile),
  ];
  return { facts, ask, expect: optional(field('expect'), readExpectation), unknownCodes };
}

function unknownIn({ subjects, viewer }: Ask, path: string, { id, roles, entities }: Profile): readonly FileFault[] {
  const strange = (at: string): FileFault => ({
    kind: 'UNKNOWN_CODE',
    path: at,
    sentence: `is no code of profile ${id}.`,
  });
  return [
    ...subjects.flatMap(({ role }, n) => (roles.has(role) ? [] : [strange(`${path}.subjects[${n}].role`)])),
    ...(viewer.entity ?? []).flatMap((kind, n) => (entities.has(kind) ? [] : [strange(`${path}.viewer.entity[${n}]`)])),
  ];
}

function readExpectation(input: Input): Expectation {
  const fields = fieldsOf(input, ['effect', 'reason', 'mask', 'basis', 'obligations', 'validUntil']);
  const texts = (list: Input) => optional(list, (each) => listOf(each, textOf));
  return {
    effect: optional(fields.effect, textOf),
    reason: optional(fields.reason, textOf),
    mask: texts(fields.mask),
    basis: texts(fields.basis),
    obligations: texts(fields.obligations),
    validUntil: optional(fields.validUntil, textOf),
  };
}
