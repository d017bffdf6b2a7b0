import type { Transport } from '@accord/server/exchange/Transport';

/** One client of HarbourCare's, for tests that do not depend on what is on file about her. */
export const adaAtHarbour = {
  harbour: {
    programme: [{ id: 1, name: 'Outreach' }],
    client: [
      {
        ...{ id: 1, given_name: 'Ada', family_name: 'Brook', date_of_birth: '1990-02-03', dob_accuracy: 'AAA', sex: 2 },
        ...{ main_language: 'English', programme_id: 1, case_worker_id: 1, registered_on: '2026-01-05' },
      },
    ],
  },
};

/** A transport that does something after each answer, before the ledger is written. */
export const disturbedBy =
  (meanwhile: () => Promise<void>) =>
  (transport: Transport): Transport => ({
    ...transport,
    send: async (outgoing) => {
      const incoming = await transport.send(outgoing);
      await meanwhile();
      return incoming;
    },
  });
