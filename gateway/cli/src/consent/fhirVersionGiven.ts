import { FHIR_VERSIONS, type FhirVersion } from '@accord/consent/fhir/FhirVersion';
import { InputFault } from '../InputFault.ts';

/** The version named on the command line. Throws an `InputFault` for any other word. */
export function fhirVersionGiven(text: string): FhirVersion {
  const version = FHIR_VERSIONS.find((each) => each === text);
  if (version === undefined) throw new InputFault(`--fhir is "${text}". Use ${FHIR_VERSIONS.join(' or ')}.`);
  return version;
}
