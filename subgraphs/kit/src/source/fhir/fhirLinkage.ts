import type { Linkage, LinkageRow } from '../../mapping/Mapping.ts';
import type { Concepts } from './concepts.ts';
import { FhirFault } from './FhirFault.ts';
import type { FhirServer } from './fhirServer.ts';
import { birthOf, inForce, type Moment, mayBeInForce } from './inForce.ts';
import { currentOf, isOpen } from './itemsOf.ts';
import { ownerIn } from './ownerIn.ts';
import { lastAddressOf, namesOf, sexOf } from './personOf.ts';
import type { Consent, Patient, Provision, Reference } from './r4.ts';
import type { Page } from './readBundle.ts';
import { searchByPatient } from './searchByPatient.ts';
import { type FhirWorker, workersOf } from './workers.ts';

type Given = Readonly<{
  server: FhirServer;
  isSomebody: (patient: Patient) => boolean;
  signIn: string;
  consent?: Concepts<true>;
  at: (now: Date) => Moment;
  clock?: () => Date;
}>;

/**
 * What is encoded of a server's patients, sorted by id. Each page is one page of patients, and their episodes, workers and consents.
 *
 * FHIR cannot ask for what comes after an id, so the next page's address is kept from the page before; asked for any other place,
 * the pages are gone through from the first. The count is of all patients, those who are nobody among them. Throws a `FhirFault` where
 * the last page comes and fewer patients came than the server said there are: a sync would take back who is missing.
 */
export function fhirLinkage({ server, isSomebody, signIn, consent, at, clock = () => new Date() }: Given): Linkage {
  let kept: Readonly<{ after: string; next: string | null; came: Came }> | null = null;

  /** The patients after this one. */
  const patientsAfter = async (after: string | null, size: number): Promise<readonly Patient[]> => {
    const known = kept?.after === after ? kept : null;
    let seen = after === null || known !== null;
    let from = known ? known.next : { _sort: '_id', _count: size };
    const came: Came = known?.came ?? { ids: new Set(), total: 0 };
    while (from !== null) {
      const page: Page<'Patient'> = await server.page('Patient', from);
      from = page.next;
      // Many servers do not say it beside a page.
      if (came.ids.size === 0) came.total = page.total ?? (await server.count('Patient', {}));
      for (const { id } of page.resources) came.ids.add(id);
      if (from === null && came.ids.size < came.total)
        throw new FhirFault('FHIR_INCOMPLETE', `There are ${came.total} patients, but ${came.ids.size} were returned.`);
      const place = seen ? -1 : page.resources.findIndex(({ id }) => id === after);
      if (!seen && place === -1) continue;
      seen = true;
      const people = page.resources.slice(place + 1).filter(isSomebody);
      const last = people.at(-1);
      if (!last) continue;
      kept = { after: last.id, next: from, came };
      return people;
    }
    return [];
  };

  return {
    count: () => server.count('Patient', {}),
    async page(after, size) {
      const now = at(clock());
      const people = await patientsAfter(after, size);
      const ids = people.map(({ id }) => id);
      const [episodes, consents] = await Promise.all([
        searchByPatient(server, 'EpisodeOfCare', ids),
        consent ? searchByPatient(server, 'Consent', ids) : [],
      ]);
      const [episodesOf, consentsOf] = [byPatient(server, episodes), byPatient(server, consents)];
      const inCharge = new Map(
        people.map(({ id }) => [id, currentOf(episodesOf(id).map((row) => ({ row })))?.row ?? null]),
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
          consentedToLinkage: consent !== undefined && agrees(consentsOf(patient.id), consent, now),
          worker: signInOf(workerOf(episode?.careManager), signIn),
          open: episode !== null && isOpen(episode),
        };
      });
    },
  };
}

/** Whom the pages have had so far, those who are nobody too, and how many the server said there are when they began. */
type Came = { readonly ids: Set<string>; total: number };

function byPatient<Row extends Readonly<{ patient?: Reference }>>(
  server: FhirServer,
  rows: readonly Row[],
): (id: string) => readonly Row[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const owner = ownerIn(server, row.patient);
    found.set(owner, [...(found.get(owner) ?? []), row]);
  }
  return (id) => found.get(id) ?? [];
}

const signInOf = (worker: FhirWorker | null, system: string): string | null =>
  worker?.practitioner?.identifier?.find((identifier) => identifier.system === system)?.value ?? null;

/**
 * Whether the person agreed: an active consent of the kind permits it today without exceptions, and none denies it, nor one of which
 * nobody can read whether it is over. What is not said (`provision.type`) is not agreed to. https://hl7.org/fhir/R4/consent-definitions.html#Consent.provision
 */
function agrees(consents: readonly Consent[], kinds: Concepts<true>, now: Moment): boolean {
  const holding = consents
    .filter(
      ({ status, category = [] }) => status === 'active' && category.some((kind) => kinds.of(kind).includes(true)),
    )
    .map(({ provision }) => provision)
    .filter(
      (provision) =>
        provision === undefined || (provision.type === 'permit' ? inForce : mayBeInForce)(provision.period, now),
    );
  return holding.length > 0 && holding.every(isPermit);
}

const isPermit = (provision: Provision | undefined): boolean =>
  provision?.type === 'permit' && (provision.provision ?? []).length === 0;
