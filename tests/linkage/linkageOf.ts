import { generateKeyPairSync } from 'node:crypto';
import type { LinkageRow, Mapping } from '@accord/kit/Mapping';
import { syncAgency } from '@accord/kit/sync/syncAgency';
import type { AttackedHub } from '../lib/attackedHub.ts';
import type { Data } from '../lib/Data.ts';
import { linkageSecret } from '../lib/openAgencies.ts';
import type { TestUser } from '../lib/users.ts';

const pair = generateKeyPairSync('ed25519');

export const ada: LinkageRow = {
  ...{ number: 1, given: 'Ada', family: 'Brook', dateOfBirth: '1990-02-03', sex: 'FEMALE', dobAccuracy: 'EXACT' },
  ...{ worker: 'mara', open: true, suburb: 'Noble Park', postcode: '3174' },
};
export const atWattle = (more: Partial<LinkageRow> = {}): LinkageRow => ({
  ...ada,
  number: 2,
  worker: 'tess',
  ...more,
});

/**
 * What agencies announce to a hub, what their workers are asked, and what they answer. The agencies' own tables are those of
 * `attackedHub`.
 */
export function linkageOf(hub: () => AttackedHub) {
  /** Removes everybody, and registers every agency under one key. */
  async function begin(): Promise<void> {
    await hub().server.forgetEverybody();
    await hub().server.sql('UPDATE linkage_state SET compared_seq = 0');
    for (const partner of await hub().store.agencies.all())
      await hub().store.agencies.upsert({ ...partner, publicKey: { ...pair.publicKey.export({ format: 'jwk' }) } });
  }

  /** Harbour's record 1 and Wattle's records 2 and 4 are those whose tables `attackedHub` fills. */
  async function announce(agency: string, rows: readonly LinkageRow[]): Promise<void> {
    const mapping = hub().databases.mappings.find(({ id }) => id === agency) as Mapping;
    const page = async (after: string | null) => (after === null ? rows : []);
    await syncAgency(
      { ...mapping, linkage: { page } },
      { hubUrl: hub().url, agencyKey: pair.privateKey.export({ format: 'jwk' }), linkageSecret, keyEpoch: 1 },
    );
    await hub().partnership.hub.compare();
  }

  async function run(as: TestUser, query: string, variables: object = {}): Promise<Data> {
    const { body } = await hub().ask({ as, query, variables: { ...variables } });
    const { data, errors } = JSON.parse(body);
    if (errors)
      throw new Error(errors.map(({ message, extensions }: Data) => `${extensions.code}: ${message}`).join('\n'));
    return data;
  }
  const queue = `query ($of: CaseloadScope) { linkReview(of: $of) { nodes { id mine { id agency { id } } theirs { id } onFileTwice
    agreement close word } } }`;
  const queueOf = async (as: TestUser, of = 'MINE') => (await run(as, queue, { of })).linkReview.nodes;
  const decide = `mutation ($decision: LinkDecisionInput!) { decideLink(decision: $decision) { linked client { id records { id } } } }`;
  const say = async (as: TestUser, id: string, word: string) =>
    (await run(as, decide, { decision: { pair: id, word, reason: 'We asked her.' } })).decideLink;
  const handleOf = async (agency: string, number: string) =>
    (await hub().store.links.recordsOf(agency)).get(number) ?? '';
  const clientOf = async (agency: string, number: string) =>
    (await hub().store.links.whose(await handleOf(agency, number)))?.clientId ?? '';

  async function bothOnFile(more: Partial<LinkageRow> = {}): Promise<void> {
    await announce('harbour', [ada]);
    await announce('wattle', [atWattle(more)]);
  }

  /** What the worker is shown of the history of their own record's link. */
  const historyOf = async (as: TestUser, client: string) =>
    (await run(as, `{ client(id: "${client}") { records { linkHistory { kind decidedBy reason } } } }`)).client.records
      .map(({ linkHistory }: Data) => linkHistory)
      .find(Boolean);

  const denied = `query ($of: CaseloadScope) { linksDenied(of: $of) { nodes { id word mine { id } theirs { id } said { by reason } } } }`;
  const deniedOf = async (as: TestUser, of = 'MINE') => (await run(as, denied, { of })).linksDenied.nodes;
  const reopen = (as: TestUser, pair: string) =>
    run(as, 'mutation ($pair: ID!) { reopenLink(pair: $pair, reason: "A slip.") { client { id } } }', { pair });

  return { begin, announce, run, queueOf, say, handleOf, clientOf, bothOnFile, historyOf, deniedOf, reopen };
}
