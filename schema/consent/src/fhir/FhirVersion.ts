import { BadInput } from '../BadInput.ts';

export const FHIR_VERSIONS = ['R4', 'R5'] as const;
/** FHIR 4.0.1 and 5.0.0. R4B has the same Consent as R4. */
export type FhirVersion = (typeof FHIR_VERSIONS)[number];

const ONLY_R4 = ['scope', 'patient', 'dateTime', 'performer', 'organization', 'policy', 'policyRule'];
const ONLY_R5 = [
  'subject',
  'date',
  'period',
  'grantor',
  'grantee',
  'manager',
  'controller',
  'regulatoryBasis',
  'policyBasis',
  'policyText',
  'decision',
];

/**
 * Returns the version a Consent resource is written in, judged by elements that only one version has. Throws `BadInput` if it
 * is not a Consent, or has elements of neither or of both: the same tree means different things in the two versions.
 */
export function fhirVersionOf(resource: Readonly<Record<string, unknown>>, path: string): FhirVersion {
  if (resource.resourceType !== 'Consent') throw new BadInput(`${path}.resourceType`, 'should be Consent.');
  const has = (names: readonly string[]) => names.some((name) => Object.hasOwn(resource, name));
  const [r4, r5] = [has(ONLY_R4), has(ONLY_R5)];
  if (r4 === r5) throw new BadInput(path, 'fits neither R4 nor R5, or fits both. Say which version it is.');
  return r4 ? 'R4' : 'R5';
}
