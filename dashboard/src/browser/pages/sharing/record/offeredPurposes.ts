import { purposesOf } from '@accord/contract/roles';

/** What somebody can be asked for: what workers ask for. Figures without names need nobody's consent. */
export const offeredPurposes = purposesOf('PRACTITIONER');
