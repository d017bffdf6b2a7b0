import type { Mapping } from '@accord/kit/Mapping';
import { concepts } from '@accord/kit/source/fhir/concepts';
import { fhirAgency } from '@accord/kit/source/fhir/fhirAgency';
import type { FhirServer } from '@accord/kit/source/fhir/fhirServer';
import { confidentialityOf, usualLabels } from '@accord/kit/source/fhir/securityLabels';
import * as own from './ownCodes.ts';

/** Currawong Health: a health service that keeps its records on a FHIR server. */
export const currawong = (server: FhirServer): Mapping =>
  fhirAgency({
    id: 'currawong',
    server,
    timeZone: 'Australia/Melbourne',
    alerts: concepts(own.flags, { rest: null }),
    needs: concepts(own.problems, { rest: null }),
    notes: concepts(own.noteKinds, { rest: null }),
    // Currawong labels information about somebody's mental health as restricted, and nothing else.
    labels: { ...usualLabels, [confidentialityOf('R')]: ['MENTAL_HEALTH'] },
    raisedBy: (role) => (role !== null && Object.hasOwn(own.roles, role) ? (own.roles[role] ?? null) : null),
    linkage: { signIn: own.signInSystem, consent: concepts({ [own.sharingConsent]: true }, { rest: null }) },
  });
