import { BadInput } from '../BadInput.ts';
import { textOf } from '../Input.ts';
import { ACCORD_ID } from './accordUrls.ts';
import { fieldsIn, type Input, objectOf } from './elements.ts';
import type { Json } from './Json.ts';

export type ResourceKind = 'Patient' | 'RelatedPerson' | 'Organization' | 'Practitioner' | 'Consent';
export type Target = Readonly<{ kind: ResourceKind; id: string }>;

const FHIR_ID = /^[A-Za-z0-9\-.]{1,64}$/;
const RELATIVE = /^([A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})$/;

export const canBeFhirId = (id: string): boolean => FHIR_ID.test(id);

/** Returns `Patient/ID`. An id that FHIR does not allow becomes an identifier in the partnership's own system. */
export function referenceTo({ kind, id }: Target): Json {
  if (canBeFhirId(id)) return { reference: `${kind}/${id}` };
  return { type: kind, identifier: { system: ACCORD_ID, value: id } };
}

/**
 * Returns whom a Reference means. Throws `BadInput` if it is another kind of resource than those asked for, or one that cannot
 * be followed from here: absolute and versioned addresses, contained resources, identifiers of other systems.
 */
export function targetOf(input: Input, kinds: readonly ResourceKind[]): Target & Readonly<{ extension: Input }> {
  const fields = fieldsIn(input, ['reference', 'type', 'identifier', 'extension'], ['display']);
  const found = fields.reference.value === undefined ? byIdentifier(fields) : byReference(fields);
  const kind = kinds.find((each) => each === found.kind);
  if (kind === undefined) throw new BadInput(input.path, `should refer to ${kinds.join(' or ')}.`);
  if (fields.type.value !== undefined && fields.type.value !== kind) {
    throw new BadInput(fields.type.path, 'is not the kind of resource that the reference names.');
  }
  return { kind, id: found.id, extension: fields.extension };
}

type Found = Readonly<{ kind: string; id: string }>;

function byReference({ reference, identifier }: Readonly<{ reference: Input; identifier: Input }>): Found {
  const [, kind, id] = RELATIVE.exec(textOf(reference)) ?? [];
  if (kind === undefined || id === undefined) {
    throw new BadInput(
      reference.path,
      'should be a relative reference such as Patient/ID, with an id that the hub knows.',
    );
  }
  if (identifier.value !== undefined) assertSame(id, identifier);
  return { kind, id };
}

/** Checks an identifier beside the reference: one of ours must name the same one; one of another system is passed over. */
function assertSame(id: string, identifier: Input): void {
  if (objectOf(identifier).system !== ACCORD_ID) identifier.leftOut(identifier.path);
  else if (fieldsIn(identifier, ['system', 'value']).value.value !== id)
    throw new BadInput(identifier.path, 'does not match the id in the reference.');
}

function byIdentifier({ type, identifier }: Readonly<{ type: Input; identifier: Input }>): Found {
  const { system, value } = fieldsIn(identifier, ['system', 'value']);
  if (system.value !== ACCORD_ID) throw new BadInput(system.path, 'is not the system for this hub’s ids.');
  return { kind: textOf(type), id: textOf(value) };
}
