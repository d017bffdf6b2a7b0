import type { Consent } from '../Facts.ts';

/**
 * Returns the FHIR status of a consent. A withdrawn one is `inactive`, so that a reader who does not know our extensions does
 * not act on it. A refusal is `active` because it must be followed: readers ignore `rejected`.
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

/** What a status in a consent from elsewhere means here. Statuses not listed (`not-done`, `unknown`) are refused. */
export const accordStatus: ReadonlyMap<string, Consent['status']> = new Map([
  ['draft', 'draft'],
  ['proposed', 'draft'],
  ['active', 'active'],
  ['rejected', 'refused'],
  ['inactive', 'superseded'],
  ['entered-in-error', 'entered-in-error'],
]);
