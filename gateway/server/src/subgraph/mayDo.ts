import type { PurposeCode, Role } from '@accord/contract/vocabulary';
import { CallerFault } from '../CallerFault.ts';
import type { Requester } from '../identity/Requester.ts';

/** Who may do an action at all. Whom they may do it to is looked up afterwards: a refusal must not disclose what is on file. */
type Rule = Readonly<{
  roles: readonly Role[];
  /** If left out: whatever purposes the role may claim. */
  purposes?: readonly PurposeCode[];
  /** False if volunteers may not: what opens without consent. */
  volunteers?: false;
}>;

const caseworkers = ['PRACTITIONER', 'TEAM_LEADER', 'PRACTICE_LEAD'] as const satisfies readonly Role[];
const leads = ['TEAM_LEADER', 'PRACTICE_LEAD'] as const satisfies readonly Role[];
const staff = [...caseworkers, 'MANAGER', 'EXECUTIVE', 'COORDINATOR'] as const satisfies readonly Role[];
const auditors = [...leads, 'MANAGER', 'EXECUTIVE', 'COORDINATOR'] as const satisfies readonly Role[];
const facilitators = [...leads, 'MANAGER', 'COORDINATOR'] as const satisfies readonly Role[];

/**
 * The one table of who may do what, by role, purpose and standing as a volunteer. The names are those of mutations and of the
 * lists that go with them.
 *
 * What closes is for everybody who works with people. What opens without the client's consent, or takes a protection away, is for
 * leads. A review is for somebody who answers for the work.
 */
export const actions = {
  recordConsent: { roles: [...caseworkers, 'CLIENT'] },
  narrowConsent: { roles: [...caseworkers, 'CLIENT'] },
  withdrawConsent: { roles: [...caseworkers, 'CLIENT'] },
  requestConsent: { roles: caseworkers },
  recordStanding: { roles: caseworkers },
  recordOpeningStanding: { roles: caseworkers, volunteers: false },
  recordProxy: { roles: caseworkers },
  endProxy: { roles: caseworkers },
  recordRole: { roles: caseworkers },
  recordOpeningRole: { roles: leads, volunteers: false },
  endRole: { roles: leads },
  assertLegalBasis: { roles: leads, volunteers: false },
  endLegalBasis: { roles: caseworkers },
  addBlock: { roles: caseworkers },
  liftBlock: { roles: leads },
  blocks: { roles: leads },
  breakGlass: { roles: caseworkers, purposes: ['EMERGENCY'], volunteers: false },
  endBreakGlass: { roles: caseworkers },
  reviewBreakGlass: { roles: [...leads, 'MANAGER'] },
  reviewGraveBreakGlass: { roles: ['PRACTICE_LEAD', 'MANAGER'] },
  sayClientTold: { roles: [...caseworkers, 'MANAGER'] },
  breakGlasses: { roles: [...leads, 'MANAGER'] },
  linkReview: { roles: caseworkers },
  linksDenied: { roles: caseworkers },
  decideLink: { roles: caseworkers },
  proposeLink: { roles: caseworkers },
  separateRecord: { roles: caseworkers },
  reopenLink: { roles: caseworkers },
  reopenOthersLink: { roles: leads },
  exercises: { roles: staff },
  createExercise: { roles: facilitators },
  revealRound: { roles: facilitators },
  openRound: { roles: facilitators },
  closeExercise: { roles: facilitators },
  joinExercise: { roles: staff },
  place: { roles: staff },
  noteBarriers: { roles: staff },
  proposeFromExercise: { roles: staff },
  raiseProposal: { roles: staff },
  voice: { roles: [...caseworkers, 'MANAGER', 'EXECUTIVE'] },
  answerObjection: { roles: staff },
  withdrawProposal: { roles: staff },
  proposals: { roles: staff },
  vetoAggregate: { roles: ['EXECUTIVE'] },
  liftAggregateVeto: { roles: ['EXECUTIVE'] },
  answerPrompt: { roles: caseworkers },
  raiseAlert: { roles: caseworkers },
  approveAlert: { roles: leads },
  returnAlert: { roles: leads },
  reviewAlert: { roles: caseworkers },
  extendAlert: { roles: leads },
  endAlert: { roles: leads },
  correctAlert: { roles: leads },
  alertsToReview: { roles: leads },
  alertsToApprove: { roles: leads },
  audit: { roles: auditors, purposes: ['QUALITY_IMPROVEMENT', 'EVALUATION'] },
  reaudit: { roles: auditors, purposes: ['QUALITY_IMPROVEMENT', 'EVALUATION'] },
  ruleSets: { roles: staff },
  addRuleSet: { roles: [...leads, 'COORDINATOR'] },
  agencyStanding: { roles: auditors, purposes: ['QUALITY_IMPROVEMENT', 'EVALUATION', 'ADMINISTRATION'] },
  ledgerIntegrity: { roles: [...leads, 'MANAGER', 'EXECUTIVE'], purposes: ['QUALITY_IMPROVEMENT', 'ADMINISTRATION'] },
  notices: { roles: staff },
  markNoticeRead: { roles: staff },
} as const satisfies Readonly<Record<string, Rule>>;

export type Action = keyof typeof actions;

/** Whether the notices for an agency's leads are for this requester too: they are for those who may review. */
export const leadsThere = ({ role }: Requester): boolean => includes(actions.reviewBreakGlass.roles, role);

/** Throws `ROLE_REFUSED` or `PURPOSE_REFUSED` if this requester may not do it to anybody. */
export function assertMayDo(action: Action, { role, purpose, volunteer }: Requester): void {
  const rule: Rule = actions[action];
  if (!includes(rule.roles, role)) throw new CallerFault('ROLE_REFUSED', `It is open to ${rule.roles.join(', ')}.`);
  if (rule.volunteers === false && volunteer) throw new CallerFault('ROLE_REFUSED', 'It is not open to volunteers.');
  if (rule.purposes && !includes(rule.purposes, purpose))
    throw new CallerFault('PURPOSE_REFUSED', `This can be done under ${rule.purposes.join(', ')}.`);
}

/** Returns the names of everything that this requester may do. */
export const mayDo = (requester: Requester): readonly Action[] =>
  actionNames.filter((action) => isAllowed(action, requester));

/** Whether this requester may do it to anybody. */
export function isAllowed(action: Action, { role, purpose, volunteer }: Requester): boolean {
  const rule: Rule = actions[action];
  return (
    includes(rule.roles, role) &&
    (rule.volunteers !== false || !volunteer) &&
    (!rule.purposes || includes(rule.purposes, purpose))
  );
}

// Its keys are the type's own.
const actionNames = Object.keys(actions) as readonly Action[];

const includes = (list: readonly string[], item: string): boolean => list.includes(item);
