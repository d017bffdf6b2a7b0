import { seal, signingKey } from '@accord/contract/permit';
import type { CryptoKey, JWK } from 'jose';
import { type Dispatcher, request } from 'undici';
import { InputFault } from '../command/InputFault.ts';
import type { SyncSettings } from '../serve/readSettings.ts';

/**
 * What the hub says before a sync: how it encodes, under which secrets, which records it takes, and how far a change log
 * was read.
 */
export type HubState = Readonly<{
  schemaHash: string;
  keyEpochs: Readonly<{ current: number; next: number | null }>;
  participation: 'ALL' | 'CONSENTED' | 'NONE';
  cursor: string | null;
  /** How many of the other agencies have the same secret and how many another, as far as they reported. Older hubs do not say. */
  secrets?: Readonly<{ same: number; other: number }>;
}>;

/**
 * What the hub learns of the agency's secret: which one it is, and a value by which other agencies can tell whether theirs
 * is the same.
 */
export type SecretTold = Readonly<{ keyEpoch: number; secretCheck: string }>;

/**
 * The hub's door for this agency. Each call throws one sentence (`InputFault`) where the hub cannot be reached or refuses
 * what it is sent.
 */
export type HubDoor = Readonly<{
  state: (secret: SecretTold | null) => Promise<HubState>;
  /** What the hub has, by number: the whole list, in memory (about 100 bytes a record). */
  digests: () => Promise<Map<string, string | null>>;
  send: (batch: object) => Promise<void>;
}>;

type Digests = Readonly<{ digests: readonly { number: string; digest: string | null }[]; more: boolean }>;

/** Connects to the hub in the settings, through a proxy where there is one. */
export async function hubDoor(
  agency: string,
  { hubUrl, agencyKey, hubKeys }: SyncSettings,
  dispatcher: Dispatcher | undefined,
): Promise<HubDoor> {
  const key = await signingKey(agencyKey);
  const root = hubUrl.replace(/\/$/, '');
  const from: From = { root, agency, key, dispatcher, ...(hubKeys && { hubs: hubKeys }) };
  const state = async <Told>(asked: object): Promise<Told> => parsed(root, await post('/linkage/state', asked, from));
  return {
    state: async (secret) => {
      const told = await state<HubState>({ ...secret });
      if (typeof Object(told).schemaHash !== 'string') throw noHub(root, 200);
      return told;
    },
    digests: async () => {
      const known = new Map<string, string | null>();
      for (let after: string | null = null, more = true; more; ) {
        const page: Digests = await state<Digests>({ after });
        for (const { number, digest } of page.digests) known.set(number, digest);
        const last: string | null = page.digests.at(-1)?.number ?? after;
        // A list that says that it goes on, and does not, would never end.
        if (page.more && last === after) throw noHub(root, 200);
        after = last;
        more = page.more;
      }
      return known;
    },
    send: async (batch) => {
      await post('/linkage/batches', { agency, ...batch }, from);
    },
  };
}

type From = Readonly<{
  root: string;
  agency: string;
  key: CryptoKey;
  dispatcher: Dispatcher | undefined;
  hubs?: readonly JWK[];
}>;

async function post(path: string, asked: object, { root, agency, key, dispatcher, hubs }: From): Promise<string> {
  const url = `${root}${path}`;
  const body = JSON.stringify(asked);
  const token = await seal({ agency, body, key, now: Math.floor(Date.now() / 1000), ...(hubs && { hubs }) });
  const response = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
    ...(dispatcher && { dispatcher }),
  }).catch((error: unknown) => {
    const byWay = dispatcher
      ? ' The request went through the proxy in HTTPS_PROXY; check that the proxy lets it through.'
      : '';
    throw new InputFault(`No hub answers at ${url}. Start it, or set ACCORD_HUB_URL.${byWay}`, { cause: error });
  });
  const { statusCode: status } = response;
  const answer = await response.body.text();
  if (status === 401)
    throw new InputFault(
      `The hub at ${url} does not know "${agency}" by this key. Ask whoever runs the hub to put the agency on file with the public key that ` +
        'belongs to ACCORD_AGENCY_KEY ("accord agency add"), or to resume it. Check that ACCORD_HUB_KEY is this hub\'s and that this machine\'s clock is right.',
    );
  if (isElsewhere(status)) throw noHub(root, status);
  const what = path === '/linkage/batches' ? ' a batch' : '';
  if (status >= 300)
    throw new InputFault(`The hub at ${url} refused${what} with status ${status}: ${messageIn(answer)}`);
  return answer;
}

/** A hub never answers at its own doors with "not found" or a redirect. */
const isElsewhere = (status: number): boolean => (status >= 300 && status < 400) || status === 404 || status === 405;

const noHub = (root: string, status: number): InputFault =>
  new InputFault(
    `What answers at ${root} does not accept announcements from agencies (status ${status}). Check that ACCORD_HUB_URL is the hub's address.`,
  );

function parsed<Told>(root: string, answer: string): Told {
  try {
    return JSON.parse(answer);
  } catch {
    throw noHub(root, 200);
  }
}

/** Characters of why a hub refuses that are told. */
const longestRefusal = 1_000;

/** One line of what the hub says: a terminal takes other characters for orders. */
function messageIn(answer: string): string {
  try {
    const told: { errors?: readonly { message?: string }[] } = JSON.parse(answer);
    const message = told.errors?.[0]?.message ?? 'it gave no reason.';
    return message.replace(/\p{C}+/gu, ' ').slice(0, longestRefusal);
  } catch {
    return 'it gave no reason.';
  }
}
