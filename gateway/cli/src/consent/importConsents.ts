import type { Consent } from '@accord/consent/Facts';
import { auVicCodes } from '@accord/consent/fhir/auVicCodes';
import { type FhirVersion, fhirVersionOf } from '@accord/consent/fhir/FhirVersion';
import { importConsent } from '@accord/consent/fhir/importConsent';
import { resourcesIn } from '@accord/consent/fhir/resourcesIn';
import type { Profile } from '@accord/consent/Profile';
import { parseConsent } from '@accord/consent/parseConsent';
import { InputFault } from '../InputFault.ts';
import { nameOf, readJson } from '../readJson.ts';
import { withStore } from '../withStore.ts';
import { fhirVersionGiven } from './fhirVersionGiven.ts';
import { putConsentsOnFile } from './putConsentsOnFile.ts';
import { readProfileToTry } from './readProfileToTry.ts';
import { saidInPath } from './saidInPath.ts';

export type ImportOptions = Readonly<{
  fhir?: string;
  profile?: string;
  record?: boolean;
  agency?: string;
  by?: string;
}>;

/**
 * Prints FHIR Consent resources as consents in the shape of the rules, as a JSON array.
 *
 * Anything that the rules have no place for is refused with its FHIR path, and then nothing at all is imported. With `--record`
 * the consents are also put on file at the hub, all or none. They are then read under the profile that the hub serves: it could
 * not read a consent that uses anything else, and that person would be closed to everybody.
 */
export async function importConsents(
  file: string,
  { fhir, profile: given, record, agency, by }: ImportOptions,
): Promise<void> {
  if (record && given !== undefined)
    throw new InputFault(
      "--record uses the hub's own profile, which ACCORD_PROFILE names. Leave out --profile, which is for trying out.",
    );
  const profile = readProfileToTry(given ?? process.env.ACCORD_PROFILE);
  const version = fhir === undefined ? undefined : fhirVersionGiven(fhir);
  const json = await readJson(file);
  const { found, leftOut } = saidInPath(nameOf(file), () => resourcesIn(json));
  sayLeftOut(leftOut);
  const consents = found.map(({ resource, path }) => read(resource, path, version, profile, nameOf(file)));
  if (record) {
    if (!agency || !by) throw new InputFault('--record needs --agency and --by as well.');
    for (const each of consents) saidInPath(`Consent ${each.id}`, () => parseConsent(each, profile));
    await withStore(async (store) => {
      assertServed(profile, await store.servedProfile.id());
      await putConsentsOnFile(consents, { agency, by, now: new Date(), timeZone: profile.timeZone }, store);
    });
    const which = process.env.ACCORD_PROFILE === undefined ? ' (the shipped one, as ACCORD_PROFILE is not set)' : '';
    console.error(
      `${consents.length} put on file under the profile "${profile.id}"${which}. A hub with another profile may be unable to read them.`,
    );
  }
  console.log(JSON.stringify(consents, null, 2));
}

/** Throws an `InputFault` where the hub over this database serves under another profile: it may be unable to read what is put on file. */
function assertServed({ id }: Profile, served: string | null): void {
  if (served === null || served === id) return;
  throw new InputFault(
    `The hub at this database serves under the profile "${served}", and these consents were read by "${id}". Set ACCORD_PROFILE as the hub's. Nothing was put on file.`,
  );
}

function read(
  resource: unknown,
  path: string,
  given: FhirVersion | undefined,
  profile: Profile,
  name: string,
): Consent {
  if (typeof resource !== 'object' || resource === null)
    throw new InputFault(`${name}: ${path}: should be a Consent resource.`);
  return saidInPath(name, () => {
    const version = given ?? fhirVersionOf({ ...resource }, path);
    const { consent, leftOut } = importConsent(resource, { version, profile, codes: auVicCodes, path, policies: [] });
    sayLeftOut(leftOut);
    return consent;
  });
}

function sayLeftOut(leftOut: readonly string[]): void {
  for (const path of leftOut) console.error(`Note: ${path} has no effect on what may be released; it was left out.`);
}
