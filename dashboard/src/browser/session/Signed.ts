import { isRole, purposesOf } from '@accord/contract/roles';
import type { Role } from '@accord/contract/vocabulary';

/** Somebody who has signed in, as far as their token says who they are. The hub verifies it; the page only shows it. */
export type Signed = Readonly<{
  /** Sign-in name. */
  user: string;
  name: string;
  role: Role;
  agency: string;
  /** Purposes the role may claim, the usual one first. */
  purposes: readonly string[];
  token: () => Promise<string>;
  /**
   * Signs in again without leaving the page. False where somebody else did: then nothing of the page is theirs. Rejects where nobody
   * could be signed in.
   */
  again: () => Promise<boolean>;
  /** Ends the session at the provider too, where there is one. */
  end: () => Promise<void>;
}>;

type Claims = Readonly<Record<string, unknown>>;

/**
 * Reads what a token (RFC 9068, RFC 7519) says of its bearer, without verifying it. Throws where it is not one of the
 * hub's: it needs `accord.role` and `accord.agency`.
 */
export function bearerOf(token: string): Pick<Signed, 'user' | 'name' | 'role' | 'agency' | 'purposes'> {
  const claims = claimsOf(token);
  const accord = isObject(claims.accord) ? claims.accord : {};
  const { role, agency } = accord;
  if (typeof role !== 'string' || !isRole(role) || typeof agency !== 'string' || typeof claims.sub !== 'string')
    throw new Error('The token names no role or agency.');
  return {
    user: claims.sub,
    name: typeof claims.name === 'string' ? claims.name : claims.sub,
    role,
    agency,
    purposes: purposesOf(role),
  };
}

function claimsOf(token: string): Claims {
  const [, payload = ''] = token.split('.');
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
  const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return isObject(claims) ? claims : {};
}

const isObject = (value: unknown): value is Claims => typeof value === 'object' && value !== null;
