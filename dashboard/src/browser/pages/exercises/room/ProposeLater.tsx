import { later } from '../../../parts/later.tsx';

/** The dialog to propose something, loaded later so that the room appears sooner. */
export const ProposeLater = later(async () => (await import('./ProposeDialog.tsx')).ProposeDialog);
