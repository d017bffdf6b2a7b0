import { purposesOf } from '@accord/contract/roles';

/** The purposes offered in a consent: those that workers can claim. Figures without names need nobody's consent. */
export const offeredPurposes = purposesOf('PRACTITIONER');
