import { later } from '../../../parts/later.tsx';

/** The dialog to propose something: the room is there sooner without its fields. */
export const ProposeLater = later(async () => (await import('./ProposeDialog.tsx')).ProposeDialog);
