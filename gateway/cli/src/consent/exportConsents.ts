import type { Consent } from '@accord/consent/Facts';
import { auVicCodes } from '@accord/consent/fhir/auVicCodes';
import { exportConsent } from '@accord/consent/fhir/exportConsent';
import type { Profile } from '@accord/consent/Profile';
import { parseConsent } from '@accord/consent/parseConsent';
import { InputFault } from '../InputFault.ts';
import { nameOf, readJson } from '../readJson.ts';
import { withStore } from '../withStore.ts';
import { fhirVersionGiven } from './fhirVersionGiven.ts';
import { readProfileToTry } from './readProfileToTry.ts';
import { saidInPath } from './saidInPath.ts';

export type ExportOptions = Readonly<{ fhir: string; client?: string; file?: string; profile?: string }>;

/** Prints a client's consents, or those of a file, as FHIR resources. Throws an `InputFault` if they cannot be read. */
export async function exportConsents({ fhir, client, file, profile: given }: ExportOptions): Promise<void> {
  const version = fhirVersionGiven(fhir);
  const profile = readProfileToTry(given ?? process.env.ACCORD_PROFILE);
  const consents = await consentsToExport(client, file, profile);
  const entry = consents.map((each) => ({ resource: exportConsent(each, version, auVicCodes) }));
  console.log(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }, null, 2));
}

async function consentsToExport(
  client: string | undefined,
  file: string | undefined,
  profile: Profile,
): Promise<readonly Consent[]> {
  if (file !== undefined && client === undefined) {
    const list = await readJson(file);
    if (!Array.isArray(list)) throw new InputFault(`${nameOf(file)}: should be a JSON array of consents.`);
    return list.map((each: unknown, n) => saidInPath(`${nameOf(file)}: [${n}]`, () => parseConsent(each, profile)));
  }
  if (client === undefined || file !== undefined)
    throw new InputFault('Name what to export: either --client or --file.');
  const rows = await withStore((store) => store.consents.ofClient(client));
  return rows.map(({ id, clientId, status, body, recordedAt, withdrawnAt }) =>
    saidInPath(`Consent ${id}`, () =>
      parseConsent(
        {
          ...body,
          ...{ id, status, subject: clientId, recordedAt: recordedAt.toISOString() },
          ...(withdrawnAt && { withdrawnAt: withdrawnAt.toISOString() }),
        },
        profile,
      ),
    ),
  );
}
