import type { PurposeCode, Role } from '@accord/contract/vocabulary';
import type { AgencyRow } from '../store/agencies.ts';

/** A partner as the registry has it. */
export type Partner = AgencyRow;

/** Who asks: person, agency, role and purpose, from a verified token and a checked header. */
export type Requester = Readonly<{
  /** Sign-in name. */
  user: string;
  name: string;
  role: Role;
  agency: Partner;
  purpose: PurposeCode;
  volunteer: boolean;
  /** The client that this person is, if they ask for their own file. */
  self: string | null;
}>;

const caseworkers: readonly Role[] = ['PRACTITIONER', 'TEAM_LEADER', 'PRACTICE_LEAD'];

/** True for somebody who works with people at this agency. Only for them does the hub request what is for the agency's own workers. */
export const worksAt = ({ agency: own, role, self }: Requester, agency: string): boolean =>
  own.id === agency && self === null && caseworkers.includes(role);
