import type { AttackedHub } from '../lib/attackedHub.ts';
import { fileFacts } from '../lib/people.ts';

/** The arguments with which Wattle's workers record how a consent was given. */
export const evidence = 'evidence: VERBAL, noticeVersion: "1", language: "English"';

/** People whom Wattle knows, with steps that merge and separate their files. */
export function filesOf(hub: () => AttackedHub) {
  let people = 0;
  /** Creates somebody whom Wattle knows. `may`: the categories that Harbour may see. */
  async function newPerson(may: readonly string[] = []): Promise<string> {
    people += 1;
    const person = `person-${people}`;
    const except = [{ agencies: ['harbour'], categories: may }];
    await fileFacts(hub().store, {
      records: [{ person, agency: 'wattle', number: 100 + people, handle: `${person}-1` }],
      consents:
        may.length > 0 ? [{ id: `consent-of-${person}`, subject: person, recordedBy: 'wattle', rule: { except } }] : [],
    });
    return person;
  }

  const word = () => ({ by: 'test', reason: 'one person', at: new Date() });
  const merge = async (from: string, into: string) =>
    expect(await hub().store.links.merge({ from, into }, word())).toBe(true);
  const separate = (handle: string) =>
    run('tess', `mutation { separateRecord(record: "${handle}", reason: "two people") { client { id } } }`);

  async function run(as: 'mara' | 'tess', query: string, purpose = 'SERVICE_COORDINATION') {
    const { data, errors } = JSON.parse((await hub().ask({ as, query, purpose })).body);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }
  const consentFor = async (client: string, categories: string): Promise<string> => {
    const consent = `{ client: "${client}", agencies: ["harbour"], categories: [${categories}], ${evidence} }`;
    return (await run('tess', `mutation { recordConsent(consent: ${consent}) { consent { id } } }`)).recordConsent
      .consent.id;
  };
  /** Which of IDENTITY and ADDRESS Harbour may see of a person's record at Wattle. */
  async function open(client: string, handle: string, purpose?: string): Promise<readonly string[]> {
    const asked = `{ client(id: "${client}") { records { id } withheld { record { id } category } } }`;
    const found = (await run('mara', asked, purpose)).client;
    if (!found?.records.some(({ id }: { id: string }) => id === handle)) return [];
    const closed = found.withheld.flatMap(({ record, category }: { record: { id: string }; category: string }) =>
      record.id === handle ? [category] : [],
    );
    return ['IDENTITY', 'ADDRESS'].filter((category) => !closed.includes(category));
  }

  return { newPerson, word, merge, separate, run, consentFor, open };
}
