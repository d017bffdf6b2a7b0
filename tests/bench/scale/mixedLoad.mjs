// What a hub of `openPartnership` does in a day, in small pieces: questions, consents given and withdrawn, agencies suspended, modules
// changed.
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { readOperations } from '@accord/server/http/readOperations';
import { connections } from './partnership.mjs';

const sdl = /legalSdl = `([\s\S]*?)`;/.exec(
  readFileSync(new URL('../../lib/legalModule.ts', import.meta.url), 'utf8'),
)[1];
const operations = new Map(readOperations().map(({ name, document }) => [name, document]));
/** Ten questions in turn; now and then one has a text of its own, so that caches fill up. */
const asked = [...Array(6).fill('client-view'), 'caseload', 'caseload', 'alert-board', 'consents'];
const given = {
  ...{ agencies: ['harbour'], categories: ['HOUSING'], words: 'They may know.' },
  ...{ evidence: 'IN_PERSON', noticeVersion: '3', language: 'English' },
};

/** A load over `atOnce` connections to one hub. `counts` says what became of it; `lastFault` is why the last request failed. */
export function mixedLoad({ store, clients, headersOf }, hub, atOnce) {
  const line = connections(hub.url, atOnce);
  const counts = { answered: 0, failed: 0, changes: 0 };
  const clientOf = (n) => clients[n % clients.length];
  let lastFault = '';
  const failed = (fault) => {
    counts.failed += 1;
    lastFault = fault;
  };
  const ask = async (query, variables) => {
    try {
      const { status, said } = await line.ask(headersOf('mara'), { query, variables });
      if (status === 200 && !said.includes('"errors"')) {
        counts.answered += 1;
        return JSON.parse(said).data;
      }
      // If consents changed three times during one question, the hub tells the caller to ask again: that is no failure.
      if (!said.includes('CONSENT_MOVED')) failed(said.slice(0, 200));
    } catch (error) {
      failed(String(error));
    }
    return undefined;
  };
  return {
    counts,
    lastFault: () => lastFault,
    async question(n) {
      const document = operations.get(asked[n % asked.length]);
      await ask(n % 50 === 0 ? `${document}\n# ${n}` : document, { client: clientOf(n * 13) });
    },
    async consent(n) {
      const said = await ask(operations.get('record-consent'), { consent: { client: clientOf(n), ...given } });
      const id = said?.recordConsent?.consent?.id;
      if (id) await ask(operations.get('withdraw-consent'), { consent: id });
      counts.changes += 1;
    },
    /** Suspends an agency (n even) or reactivates it. */
    async suspension(n) {
      await store.agencies.setState('kestrel', n % 2 === 0 ? 'SUSPENDED' : 'ACTIVE');
      counts.changes += 1;
    },
    /** Adds a module (n even) or removes it. */
    async recomposition(n) {
      const { revision } = await store.modules.onFile();
      const text = n % 2 === 0 ? sdl : null;
      await store.modules.change({ name: 'legal', sdl: text, at: new Date(), by: 'bench', after: revision });
      counts.changes += 1;
    },
    /** Waits until the hub has switched to a new graph this many times. */
    async recomposed(times) {
      while (hub.said().split('a new graph was composed').length <= times) await wait(10);
    },
    close: () => line.close(),
  };
}
