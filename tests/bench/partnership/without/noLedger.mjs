import { ledger as real } from '../../../../gateway/server/dist/store/ledger.js';

/** A ledger that records nothing. */
export const ledger = (database) => ({ ...real(database), append: async () => ({ kind: 'WRITTEN', lastSeq: 0 }) });
