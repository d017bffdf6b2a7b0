import type { Consent } from '../Facts.ts';

/**
 * The FHIR status of a consent. What is withdrawn is `inactive`, so that a reader who knows nothing of our extensions
 * does not act on it. A refusal is `active`, for it is there to be followed: readers pass over `rejected`.
 */
export function fhirStatusOf(status: Consent['status'], withdrawnAt: string | undefined): string {
  switch (status) {
    case 'entered-in-error':
      return 'entered-in-error';
    case 'superseded':
      return 'inactive';
    case 'draft':
      return withdrawnAt === undefined ? 'draft' : 'inactive';
    case 'active':
    case 'refused':
      return withdrawnAt === undefined ? 'active' : 'inactive';
    default:
      return status satisfies never;
  }
}

/** What a status of another's consent is here. Those that are not listed (`not-done`, `unknown`) are refused. */
export const accordStatus: ReadonlyMap<string, Consent['status']> = new Map([
  ['draft', 'draft'],
  ['proposed', 'draft'],
  ['active', 'active'],
  ['rejected', 'refused'],
  ['inactive', 'superseded'],
  ['entered-in-error', 'entered-in-error'],
]);
