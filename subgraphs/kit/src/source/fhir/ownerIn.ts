import { FhirFault } from './FhirFault.ts';
import type { FhirServer } from './fhirServer.ts';
import type { Reference } from './r4.ts';

/**
 * The id of the patient whose a resource is that a search by patient gave. Throws where it names no patient of this server: left out,
 * an alert would read as "no alert", and a denial as consent.
 */
export function ownerIn(server: FhirServer, reference: Reference | undefined): string {
  const id = server.idIn(reference, 'Patient');
  if (id !== null) return id;
  throw new FhirFault(
    'FHIR_UNREADABLE',
    'A search by patient returned a resource that names no patient of this server.',
  );
}
