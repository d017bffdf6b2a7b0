import { isRole, purposesOf } from '@accord/contract/roles';
import type { Role } from '@accord/contract/vocabulary';

/** A person who has signed in, as their token describes them. The hub verifies the token; the page only displays it. */
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
   * Signs in again without leaving the page. False if somebody else signed in: nothing on the page is theirs. Rejects if nobody
   * could be signed in.
   */
  again: () => Promise<boolean>;
  /** Ends the session and forgets its token. */
  end: () => Promise<void>;
}>;

type Claims = Readonly<Record<string, unknown>>;

/**
 * Reads what a token (RFC 9068, RFC 7519) says about its bearer, without verifying it. Throws if it is not one of the hub's, which
 * have `accord.role` and `accord.agency`.
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
