import { FhirFault } from './FhirFault.ts';
import type { FhirServer, Parameters } from './fhirServer.ts';
import { ownerIn } from './ownerIn.ts';
import type { Reference, Resources } from './r4.ts';

/** What a patient's resources are searched by their patient for. */
type OfPatients = 'Flag' | 'Condition' | 'Observation' | 'EpisodeOfCare' | 'Consent';

/**
 * Resources about these patients, by the parameter every patient's resource has. Throws where one names no patient of this server, and
 * where it names another than those asked for: a server that merges two of its patients gives under one what is written of the other,
 * and dropped, an alert would read as "no alert".
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
