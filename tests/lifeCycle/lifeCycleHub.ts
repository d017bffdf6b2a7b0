import { type AttackedHub, attackedHub } from '../lib/attackedHub.ts';
import type { Data } from '../lib/Data.ts';
import { fileFacts, type HubFacts } from '../lib/people.ts';
import type { TestUser } from '../lib/users.ts';

/** A hub over HTTP with real agencies, asked one question at a time. */
export type LifeCycleHub = AttackedHub &
  Readonly<{
    /** Removes everybody and puts these facts on file; Ada and Bob have the records of `attackedHub`. */
    begin(facts?: Omit<HubFacts, 'records'>): Promise<void>;
    /** The data of an answer. Throws the codes and messages of its errors. */
    run(as: TestUser, query: string, variables?: Readonly<Record<string, unknown>>, purpose?: string): Promise<Data>;
  }>;

const records = [
  { person: 'ada', agency: 'harbour', number: 1, handle: 'ada-1' },
  { person: 'ada', agency: 'wattle', number: 2, handle: 'ada-2' },
  { person: 'bob', agency: 'wattle', number: 4, handle: 'bob-1' },
];

export async function lifeCycleHub(): Promise<LifeCycleHub> {
  const hub = await attackedHub();
  return {
    ...hub,
    async begin(facts = {}) {
      await hub.server.forgetEverybody();
      await fileFacts(hub.store, { records, ...facts });
    },
    async run(as, query, variables = {}, purpose = 'SERVICE_COORDINATION') {
      const { body } = await hub.ask({ as, query, variables, purpose });
      const { data, errors } = JSON.parse(body);
      if (errors)
        throw new Error(errors.map(({ message, extensions }: Data) => `${extensions.code}: ${message}`).join('\n'));
      return data;
    },
  };
}

/** How Ada's consents and refusals are recorded, apart from what they name. */
export const asSaid = { client: 'ada', evidence: 'IN_PERSON', noticeVersion: '3', language: 'English' };

/** The categories of Ada's record at Wattle that a requester may see, judged by what is withheld. */
export async function toldOfWattle(
  { run }: Pick<LifeCycleHub, 'run'>,
  as: TestUser = 'mara',
  purpose = 'SERVICE_COORDINATION',
): Promise<readonly string[]> {
  const { client, vocabulary } = await run(
    as,
    `{ client(id: "ada") { records { id } withheld { record { id } category } } vocabulary { categories { code } } }`,
    {},
    purpose,
  );
  if (!client?.records.some(({ id }: Data) => id === 'ada-2')) return [];
  const withheld = client.withheld
    .filter(({ record }: Data) => record.id === 'ada-2')
    .map(({ category }: Data) => category);
  return vocabulary.categories.map(({ code }: Data) => code).filter((code: string) => !withheld.includes(code));
}
