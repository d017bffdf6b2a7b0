import type { Linkage, LinkageRow } from '../../mapping/Mapping.ts';
import type { Concepts } from './concepts.ts';
import type { FhirServer } from './fhirServer.ts';
import { birthOf, inForce } from './inForce.ts';
import { currentOf, isOpen } from './itemsOf.ts';
import { lastAddressOf, namesOf, sexOf } from './personOf.ts';
import { type Consent, idIn, type Patient, type Provision } from './r4.ts';
import type { Page } from './readBundle.ts';
import { type FhirWorker, workersOf } from './workers.ts';

type Given = Readonly<{
  server: FhirServer;
  isSomebody: (patient: Patient) => boolean;
  signIn: string;
  consent?: Concepts<true>;
  clock?: () => Date;
}>;

/**
 * What is encoded of a server's patients, sorted by id. Each page is one page of patients, and their episodes, workers and consents.
 *
 * FHIR cannot ask for what comes after an id, so the next page's address is kept from the page before; asked for any other place,
 * the pages are gone through from the first. The count is of all patients, those who are nobody among them.
 */
export function fhirLinkage({ server, isSomebody, signIn, consent, clock = () => new Date() }: Given): Linkage {
  let kept: Readonly<{ after: string; next: string | null }> | null = null;

  /** The patients after this one. */
  const patientsAfter = async (after: string | null, size: number): Promise<readonly Patient[]> => {
    const known = kept?.after === after ? kept : null;
    let seen = after === null || known !== null;
    let from = known ? known.next : { _sort: '_id', _count: size };
    while (from !== null) {
      const page: Page<'Patient'> = await server.page('Patient', from);
      from = page.next;
      const at = seen ? -1 : page.resources.findIndex(({ id }) => id === after);
      if (!seen && at === -1) continue;
      seen = true;
      const people = page.resources.slice(at + 1).filter(isSomebody);
      const last = people.at(-1);
      if (!last) continue;
      kept = { after: last.id, next: from };
      return people;
    }
    return [];
  };

  return {
    count: () => server.count('Patient', {}),
    async page(after, size) {
      const now = clock();
      const people = await patientsAfter(after, size);
      const values = people.map(({ id }) => `Patient/${id}`);
      const [episodes, consents] = await Promise.all([
        server.searchMany('EpisodeOfCare', { parameter: 'patient', values }),
        consent ? server.searchMany('Consent', { parameter: 'patient', values }) : [],
      ]);
      const inCharge = new Map(
        people.map(({ id }) => [id, currentOf(ofPatient(episodes, id).map((row) => ({ row })))?.row ?? null]),
      );
      const workerOf = await workersOf(
        server,
        [...inCharge.values()].map((episode) => episode?.careManager),
        now,
      );
      return people.map((patient): LinkageRow => {
        const episode = inCharge.get(patient.id) ?? null;
        const { current, others } = namesOf(patient, now);
        const { day, accuracy } = birthOf(patient.birthDate);
        const address = lastAddressOf(patient, now);
        const names = [current, ...others].map((name) => ({
          given: name?.given ?? null,
          family: name?.family ?? null,
        }));
        const [name = { given: null, family: null }, ...alsoKnownAs] = names;
        return {
          ...{ number: patient.id, ...name, alsoKnownAs, dateOfBirth: day, dobAccuracy: accuracy, sex: sexOf(patient) },
          ...{ suburb: address?.suburb ?? null, postcode: address?.postcode ?? null },
          consentedToLinkage: consent !== undefined && agrees(ofPatient(consents, patient.id), consent, now),
          worker: signInOf(workerOf(episode?.careManager), signIn),
          open: episode !== null && isOpen(episode),
        };
      });
    },
  };
}

const ofPatient = <Row extends Readonly<{ patient?: Readonly<{ reference?: string }> }>>(
  rows: readonly Row[],
  id: string,
) => rows.filter(({ patient }) => idIn(patient, 'Patient') === id);

const signInOf = (worker: FhirWorker | null, system: string): string | null =>
  worker?.practitioner?.identifier?.find((identifier) => identifier.system === system)?.value ?? null;

/**
 * Whether the person agreed: an active consent of the kind permits it today without exceptions, and none denies it. What is not said
 * (`provision.type`) is not agreed to. https://hl7.org/fhir/R4/consent-definitions.html#Consent.provision
 */
function agrees(consents: readonly Consent[], kinds: Concepts<true>, now: Date): boolean {
  const holding = consents
    .filter(
      ({ status, category = [] }) => status === 'active' && category.some((kind) => kinds.of(kind).includes(true)),
    )
    .map(({ provision }) => provision)
    .filter((provision) => provision === undefined || inForce(provision.period, now));
  return holding.length > 0 && holding.every(isPermit);
}

const isPermit = (provision: Provision | undefined): boolean =>
  provision?.type === 'permit' && (provision.provision ?? []).length === 0;
