import { later } from '../../../parts/later.tsx';

/** The dialog to raise a proposal, loaded later so that the list appears sooner. */
export const RaiseLater = later(async () => (await import('./RaiseDialog.tsx')).RaiseDialog);
