import { broken, type Check, type Examined, holds, skipped, verdictOn, warning, withRecords } from '../Check.ts';
import { entitiesOf, type Heard, inWords } from '../PlayedHub.ts';
import { type Question, questionFor } from '../Selection.ts';
import { at } from '../told.ts';

const byId = 'Match rows to records by number, never by position in a list.';
const mostRecords = 200;
/** What 200 records may take more than one before it looks like a statement for each. */
const mostTimes = 20;
const worthMentioningMs = 250;

/** Asks for everything of these numbers, the permit naming those that are `permitted`. */
export const askAll = ({ hub, contract }: Examined, numbers: readonly string[], permitted = numbers): Promise<Heard> =>
  hub.ask(questionFor(contract.record), {
    numbers,
    releases: [{ records: [...new Set(permitted)], categories: contract.categories }],
  });

/** Names the places where an answer is not what each of these numbers was answered alone. */
async function outOfPlace(agency: Examined, numbers: readonly string[], permitted: readonly string[]) {
  const heard = await askAll(agency, numbers, permitted);
  const entities = entitiesOf(heard);
  if (!entities) return broken(`The question was answered with ${inWords(heard)}.`);
  if (entities.length !== numbers.length)
    return broken(`${numbers.length} records were asked for, ${entities.length} answered.`);
  const alone = new Map<string, unknown>();
  for (const number of new Set(numbers))
    alone.set(
      number,
      entitiesOf(
        await askAll(
          agency,
          [number],
          permitted.filter((one) => one === number),
        ),
      )?.[0],
    );
  const wrong = numbers.filter(
    (number, index) => JSON.stringify(entities[index]) !== JSON.stringify(alone.get(number)),
  );
  return wrong.length === 0
    ? holds('Each is in its place.')
    : broken(`${wrong.length} of ${numbers.length} differ from the answer when asked for alone.`);
}

/** Every part of a record and nothing in it: what it takes is what loading takes. */
const partsOnly = ({ contract }: Examined): Question => {
  const parts = contract.record.flatMap(({ field, below }) => (below ? [`${field} { __typename }`] : []));
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord { ${parts.join(' ')} } } }`;
  return { query, selected: [], variables: {} };
};

/** Many records in one request. */
export const batchingChecks: readonly Check[] = [
  {
    id: 'batching.order',
    rule: 'Records are answered in the order asked for, and as often as asked for',
    asked: 'several records in random order, some of them twice',
    mend: byId,
    run: withRecords(async (agency, records) => {
      const [one, two = one, three = two] = records;
      return outOfPlace(agency, [three, one, two, one, two], [one, two, three]);
    }),
  },
  {
    id: 'batching.unknown',
    rule: 'Records that are not on file, or not in the permit, do not affect the others',
    asked: 'records on file, mixed with numbers nobody has and one that the permit does not name',
    mend: byId,
    run: withRecords(async (agency, records) => {
      const [one, two = one] = records;
      const [nobody, strange, unnamed] = ['accord-doctor-nobody', '1999999937', '1999999939'];
      return outOfPlace(agency, [nobody, two, strange, unnamed, one], [one, two, nobody, strange]);
    }),
  },
  {
    id: 'batching.growth',
    rule: 'Records are loaded together, not with a statement each',
    asked: `every part of one record, then of up to ${mostRecords}, three times each`,
    mend: 'Load all rows of a request at once: `where … in (numbers)`, as `table({ rows })` of the mapping does.',
    run: withRecords(async (agency, [first, ...others]) => {
      const many = [first, ...others].slice(0, mostRecords);
      if (many.length < 20)
        return skipped(`Only ${many.length} records were found, too few to compare. Name more with --records.`);
      const [ofOne, ofMany] = [await quickest(agency, [first]), await quickest(agency, many)];
      if (ofOne === undefined || ofMany === undefined) return broken('One of the questions was not answered.');
      const times = `One took ${Math.round(ofOne)} ms, ${many.length} took ${Math.round(ofMany)} ms.`;
      return ofMany > worthMentioningMs && ofMany > ofOne * mostTimes ? warning(times) : holds(times);
    }),
  },
  {
    id: 'batching.pages',
    rule: 'Notes can be read page by page, without gaps or repeats, never more than 200 at once',
    asked: 'notes in one page, in pages of two, in an empty page and in a page that is far too large',
    mend: 'Apply `first` and `skip` after the guard, and keep one order: newest first, then by id.',
    run: withRecords(async (agency, records) => {
      const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord {
        all: notes(first: 200) { id } ${[0, 1, 2].map((page) => `page${page}: notes(first: 2, skip: ${page * 2}) { id }`).join(' ')}
        none: notes(first: 0) { id } negative: notes(first: -1, skip: -1) { id } much: notes(first: 100000) { id } } } }`;
      const subjects = records.slice(0, 20);
      const heard = await agency.hub.ask(
        { query, selected: [], variables: {} },
        { numbers: subjects, releases: [{ records: subjects, categories: agency.contract.categories }] },
      );
      const entities = entitiesOf(heard);
      if (!entities) return broken(`The question was answered with ${inWords(heard)}.`);
      const amiss = entities.flatMap((entity) => {
        const of = (name: string): readonly unknown[] => {
          const found = at(entity, name);
          return Array.isArray(found) ? found.map((note) => at(note, 'id')) : [];
        };
        const pages = [...of('page0'), ...of('page1'), ...of('page2')];
        return [
          ...(JSON.stringify(pages) === JSON.stringify(of('all').slice(0, 6))
            ? []
            : ['the pages differ from the whole list']),
          ...(of('none').length + of('negative').length === 0 ? [] : ['an empty page holds notes']),
          ...(of('much').length <= mostRecords ? [] : ['a page holds more than 200']),
        ];
      });
      return verdictOn(amiss, 'They can.');
    }),
  },
];

async function quickest(agency: Examined, numbers: readonly string[]): Promise<number | undefined> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const releases = [{ records: numbers, categories: agency.contract.categories }];
    const heard = await agency.hub.ask(partsOnly(agency), { numbers, releases });
    if (heard.kind !== 'ANSWERED' || !entitiesOf(heard)) return undefined;
    times.push(heard.took);
  }
  return Math.min(...times);
}
