import { FhirFault } from './FhirFault.ts';
import type { FhirServer, Parameters } from './fhirServer.ts';
import { ownerIn } from './ownerIn.ts';
import type { Reference, Resources } from './r4.ts';

/** The resource types that are searched by patient. */
type OfPatients = 'Flag' | 'Condition' | 'Observation' | 'EpisodeOfCare' | 'Consent';

/**
 * Resources about these patients, by the `patient` parameter that each of these types has. Throws where one names no
 * patient of this server, or a patient who was not asked for: a server that merges two patients returns for one what was
 * written about the other, and if that were dropped, an alert would read as "no alert".
 */
export async function searchByPatient<Type extends OfPatients>(
  server: FhirServer,
  type: Type,
  ids: readonly string[],
  and: Parameters = {},
): Promise<readonly Resources[Type][]> {
  const values = ids.map((id) => `Patient/${id}`);
  const found = await server.searchMany(type, { parameter: 'patient', values, and });
  const asked = new Set(ids);
  if (found.some((resource) => !asked.has(ownerIn(server, patientIn(resource)))))
    throw new FhirFault(
      'FHIR_UNREADABLE',
      `A search of ${type} by patient returned a resource of a patient who was not asked for.`,
    );
  return found;
}

const patientIn = (resource: Resources[OfPatients]): Reference | undefined =>
  resource.resourceType === 'EpisodeOfCare' || resource.resourceType === 'Consent'
    ? resource.patient
    : resource.subject;
