import { wordsOf } from './concepts.ts';
import { type FhirServer, fhirIds } from './fhirServer.ts';
import type { Moment } from './inForce.ts';
import { pointIn } from './personOf.ts';
import type { Practitioner, PractitionerRole, Reference } from './r4.ts';

/** The agency's workers, by the references that name them. */
export type FhirWorker = Readonly<{
  name: string | null;
  /** In the agency's words. */
  role: string | null;
  phone: string | null;
  practitioner: Practitioner | null;
}>;

/**
 * The workers these references point to, practitioners or their roles; at most four requests, however many references.
 * References to anything else, or to nobody on the server, are left out.
 */
export async function workersOf(
  server: FhirServer,
  references: readonly (Reference | undefined)[],
  now: Moment,
): Promise<(reference: Reference | undefined) => FhirWorker | null> {
  const ids = (type: 'Practitioner' | 'PractitionerRole', of: readonly (Reference | undefined)[]) =>
    fhirIds(of.map((reference) => server.idIn(reference, type) ?? ''));
  const asRoles = await byIds(server, 'PractitionerRole', ids('PractitionerRole', references));
  const people = [
    ...ids('Practitioner', references),
    ...ids(
      'Practitioner',
      [...asRoles.values()].map(({ practitioner }) => practitioner),
    ),
  ];
  const [practitioners, roles] = await Promise.all([
    byIds(server, 'Practitioner', people),
    server.searchMany('PractitionerRole', {
      parameter: 'practitioner',
      values: ids('Practitioner', references).map((id) => `Practitioner/${id}`),
    }),
  ]);
  const roleOf = (id: string) =>
    roles.find((role) => role.active !== false && server.idIn(role.practitioner, 'Practitioner') === id);

  return (reference) => {
    const role = asRoles.get(server.idIn(reference, 'PractitionerRole') ?? '');
    const id = server.idIn(role?.practitioner ?? reference, 'Practitioner') ?? '';
    const practitioner = practitioners.get(id) ?? null;
    if (!practitioner && !role) return reference?.display ? { ...nobody, name: reference.display } : null;
    return asWorker(practitioner, role ?? roleOf(id), now);
  };
}

const nobody: FhirWorker = { name: null, role: null, phone: null, practitioner: null };

async function byIds<Type extends 'Practitioner' | 'PractitionerRole'>(
  server: FhirServer,
  type: Type,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Type extends 'Practitioner' ? Practitioner : PractitionerRole>>;
async function byIds(server: FhirServer, type: 'Practitioner' | 'PractitionerRole', ids: readonly string[]) {
  const found = await server.searchMany(type, { parameter: '_id', values: ids });
  return new Map(found.map((resource) => [resource.id, resource]));
}

/** Uses of a work number: never a home number. */
const workUses = ['work', 'mobile', undefined] as const;

function asWorker(practitioner: Practitioner | null, role: PractitionerRole | undefined, now: Moment): FhirWorker {
  const [name] = practitioner?.name ?? [];
  const written = [...(name?.given ?? []), name?.family].filter(Boolean).join(' ');
  return {
    name: name?.text ?? (written || null),
    role: wordsOf(role?.code?.[0]),
    phone:
      pointIn(role?.telecom ?? [], ['phone'], now, workUses) ??
      pointIn(practitioner?.telecom ?? [], ['phone'], now, ['work']),
    practitioner,
  };
}
