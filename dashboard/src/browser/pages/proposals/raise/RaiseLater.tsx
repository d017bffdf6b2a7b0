import { later } from '../../../parts/later.tsx';

/** The dialog to raise a proposal: the list is there sooner without its fields. */
export const RaiseLater = later(async () => (await import('./RaiseDialog.tsx')).RaiseDialog);
