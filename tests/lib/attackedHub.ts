import { encodePerson } from '@accord/kit/sync/encodePerson';
import type { Transport } from '@accord/server/exchange/Transport';
import type { Store } from '@accord/server/store/Store';
import { type AgencyDatabases, agencyDatabases, type OwnRows, type Row } from './AgencyDatabases.ts';
import { adaAtHarbour } from './adaAtHarbour.ts';
import { adaAtWattle } from './adaAtWattle.ts';
import { linkageSecret } from './openAgencies.ts';
import { type Answer, openPartnership, type Partnership, type Question } from './Partnership.ts';
import { fileFacts } from './people.ts';
import { type TestServer, testServer } from './TestServer.ts';

/** Something that only the agency that filed it may see: anybody else who sees it has been shown too much. */
export const hiddenStreet = '2 Hidden Rd';

/** A hub over HTTP with three agencies, ready to be attacked. */
export type AttackedHub = Readonly<{
  partnership: Partnership;
  server: TestServer;
  store: Store;
  databases: AgencyDatabases;
  ask(question: Question): Promise<Answer>;
  /** The hub's HTTP address, for requests that are not ordinary questions. */
  url: string;
  stop(): Promise<void>;
}>;

const alert = {
  ...{ client_id: 1, alert_type_code: 'COM', basis: 'D', severity: 3 },
  ...{ status: 'open', raised_on: '2026-02-01', raised_by_position: 'SW' },
};

/** Further rows that a test puts at the agencies. */
export type MoreRows = Readonly<{
  /** Columns of Ada's own row at Wattle. */
  ada?: Row;
  /** Rows of other tables at Wattle. */
  wattle?: Readonly<Record<string, readonly Row[]>>;
}>;

/** What the agencies have on file about Ada and Bob: see `attackedHub`. */
export function filedRows({ ada = {}, wattle = {} }: MoreRows = {}): OwnRows {
  const contact = { EML: '', ADR_LN: hiddenStreet, ADR_SB: 'Springvale', SMS_OK: 'Y' };
  return {
    harbour: {
      ...adaAtHarbour.harbour,
      client_alert: [
        { id: 11, ...alert, details: 'No letters.' },
        { id: 12, ...alert, details: 'No messages.' },
      ],
    },
    wattle: {
      TBL_PERS: [
        { ...adaAtWattle, PRS_NO: 2, ...ada },
        { ...adaAtWattle, PRS_NO: 4, S_NAM: 'Vale', F_NAM: 'Bob', SEX_CD: 'M' },
      ],
      TBL_CTACT: [
        { ...contact, PRS_NO: 2, PH_NO: '03 5550 0009' },
        { ...contact, PRS_NO: 4, PH_NO: '03 5550 0008' },
      ],
      ...wattle,
    },
  };
}

export type AttackedParts = Readonly<{
  rows?: OwnRows;
  /** Goes between hub and agencies. */
  disturb?: (transport: Transport) => Transport;
}>;

/**
 * Ada is known at Harbour and at Wattle; her consent lets Harbour's workers see her identity and family violence risk at
 * Wattle, and nothing else. Bob is known only at Wattle and has given no consent, so he is denied to Harbour.
 */
export async function attackedHub({ rows = filedRows(), disturb }: AttackedParts = {}): Promise<AttackedHub> {
  const server = await testServer();
  const databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold(rows);
  const store = await server.freshStore();
  const partnership = await openPartnership({
    ...{ store, mappings: databases.mappings, way: 'HTTP', now: () => new Date(), ...(disturb && { disturb }) },
  });
  const bobsKey = encodePerson({ given: 'Bob', family: 'Vale', dateOfBirth: '1990-02-03', sex: 'MALE' }, linkageSecret);
  await fileFacts(store, {
    records: [
      { person: 'ada', agency: 'harbour', number: 1, handle: 'ada-1' },
      { person: 'ada', agency: 'wattle', number: 2, handle: 'ada-2' },
      { person: 'bob', agency: 'wattle', number: 4, handle: 'bob-1', slk: bobsKey },
    ],
    consents: [
      { id: 'c1', subject: 'ada', rule: { except: [{ agencies: ['harbour'], categories: ['IDENTITY', 'FV_RISK'] }] } },
    ],
  });
  const address = partnership.hub.http.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    ...{ partnership, server, store, databases, ask: partnership.ask, url: `http://127.0.0.1:${port}` },
    async stop() {
      await partnership.close();
      await databases.close();
      await server.stop();
    },
  };
}

/** The codes of the errors in an answer. */
export const codesIn = (body: string): readonly string[] =>
  (JSON.parse(body).errors ?? []).map((error: { extensions: { code: string } }) => error.extensions.code);
