import type { Release } from '@accord/contract/permit';
import { broken, type Check, type Examined, type Finding, holds, skipped, verdictOn, withRecords } from '../Check.ts';
import { entitiesOf, type Heard, inWords } from '../PlayedHub.ts';
import { questionFor, type Writing } from '../Selection.ts';
import { at, toldBeyond, toldOtherwise } from '../told.ts';

/** So many records are asked of at once: enough to find what is told of one kind of person and not of another. */
const mostSubjects = 20;
const guardIt = 'Resolve everything below a record through the kit’s guard.';

const onlyOf = (numbers: readonly string[], ...categories: readonly string[]): readonly Release[] => [
  { records: numbers, categories },
];

/** Asks under these releases, and names what is told beyond `permitted(i)` of the i-th record. */
async function beyond(
  { hub, contract }: Examined,
  numbers: readonly string[],
  releases: readonly Release[],
  permitted: (index: number) => readonly string[],
  writing: Writing = 'PLAIN',
): Promise<readonly string[] | Heard> {
  const question = questionFor(contract.record, writing);
  const heard = await hub.ask(question, { numbers, releases });
  const entities = entitiesOf(heard);
  if (!entities) return heard;
  return entities.flatMap((entity, index) => toldBeyond(entity, question.selected, new Set(permitted(index))));
}

const verdict = (amiss: readonly string[] | Heard, good: string): Finding =>
  'kind' in amiss ? broken(`The question was answered with ${inWords(amiss)}.`) : verdictOn(amiss, good);

/** Each category alone, a record or more of each: what is labelled otherwise must be null. */
const eachCategory = (writing: Writing) =>
  withRecords(async (agency, records) => {
    const amiss: string[] = [];
    const all = agency.contract.categories;
    const subjects = records.slice(0, mostSubjects);
    for (let from = 0; from < all.length; from += subjects.length) {
      const own = subjects.flatMap((record, index) => {
        const category = all[from + index];
        return category === undefined ? [] : [{ record, category }];
      });
      const told = await beyond(
        agency,
        own.map(({ record }) => record),
        own.flatMap(({ record, category }) => onlyOf([record], category)),
        (index) => [own[index]?.category ?? ''],
        writing,
      );
      if ('kind' in told) return verdict(told, '');
      amiss.push(...told);
    }
    return verdictOn(amiss, 'Nothing more was told.');
  });

const written = (id: Check['id'], writing: Writing, what: string): Check => ({
  id,
  rule: `${what} do not change what is released`,
  asked: `every field written with ${what.toLowerCase()}, each kind of information alone`,
  mend: guardIt,
  run: eachCategory(writing),
});

/** A permit is good; what it does not release must not be told. */
export const releaseChecks: readonly Check[] = [
  {
    id: 'release.category',
    rule: 'Only permitted kinds of information are told',
    asked: `every field of up to ${mostSubjects} records, under each kind of information alone`,
    mend: guardIt,
    run: withRecords(async (agency, records) => {
      const subjects = records.slice(0, mostSubjects);
      const amiss: string[] = [];
      for (const category of agency.contract.categories) {
        const told = await beyond(agency, subjects, onlyOf(subjects, category), () => [category]);
        if ('kind' in told) return verdict(told, '');
        amiss.push(...told.map((coordinate) => `${coordinate} under ${category} alone`));
      }
      return verdictOn(amiss, 'Nothing more was told.');
    }),
  },
  written('release.aliases', 'ALIASES', 'Other names'),
  written('release.fragments', 'FRAGMENTS', 'Fragments'),
  written('release.conditions', 'CONDITIONS', 'Conditions (@include, @skip)'),
  written('release.arguments', 'ARGUMENTS', 'Arguments'),
  {
    id: 'release.nothing',
    rule: 'If nothing is permitted, nothing is told',
    asked: 'every field of records for which the permit names no kind of information',
    mend: guardIt,
    run: withRecords(async (agency, records) => {
      const subjects = records.slice(0, mostSubjects);
      return verdict(await beyond(agency, subjects, onlyOf(subjects), () => []), 'Nothing was.');
    }),
  },
  {
    id: 'release.unknown',
    rule: 'An unknown kind of information opens nothing',
    asked: 'every field, under kinds of information that no contract has',
    mend: guardIt,
    run: withRecords(async (agency, records) => {
      const subjects = records.slice(0, mostSubjects);
      const invented = ['ACCORD_DOCTOR_INVENTED', '*', 'ALL', 'identity', ''];
      return verdict(
        await beyond(agency, subjects, onlyOf(subjects, ...invented), () => invented),
        'Nothing was told.',
      );
    }),
  },
  {
    id: 'release.otherRecord',
    rule: 'A permit for one record opens no other',
    asked: 'two records, of which the permit names one',
    mend: guardIt,
    run: withRecords(async (agency, records) => {
      const [named, other] = records;
      if (other === undefined) return skipped('This needs two records. Name some that are on file with --records.');
      const told = await beyond(agency, [other, named], onlyOf([named], ...agency.contract.categories), (index) =>
        index === 1 ? agency.contract.categories : [],
      );
      return verdict(told, 'Nothing was told of the other one.');
    }),
  },
  {
    id: 'release.noRecord',
    rule: 'A permit that names no record opens none',
    asked: 'records under a permit without releases',
    mend: guardIt,
    run: withRecords(async (agency, records) =>
      verdict(await beyond(agency, records.slice(0, mostSubjects), [], () => []), 'Nothing was told.'),
    ),
  },
  {
    id: 'release.absent',
    rule: 'Nothing is told of a record that is not on file',
    asked: 'numbers nobody has, under a permit for every kind of information',
    mend: 'Answer null for what is not on file, so that deleted, merged and unknown records look the same.',
    async run(agency) {
      const numbers = ['accord-doctor-nobody', '1999999937', '-1', '0x1', "1' or '1'='1", ''];
      const question = questionFor(agency.contract.record);
      const heard = await agency.hub.ask(question, {
        numbers,
        releases: onlyOf(numbers, ...agency.contract.categories),
      });
      const entities = entitiesOf(heard);
      if (!entities) return broken(`The question was answered with ${inWords(heard)}.`);
      return verdictOn(
        entities.flatMap((entity) => toldBeyond(entity, question.selected, new Set())),
        'Nothing is.',
      );
    },
  },
  {
    id: 'release.same',
    rule: 'A field is told the same under part of a permit as under the whole',
    asked: 'records under every kind of information, and under each alone',
    mend: 'Answer a field with the same value whatever else is permitted, or with null.',
    run: withRecords(async ({ hub, contract }, records) => {
      const subjects = records.slice(0, mostSubjects);
      const question = questionFor(contract.record);
      const ask = async (...categories: readonly string[]) =>
        entitiesOf(await hub.ask(question, { numbers: subjects, releases: onlyOf(subjects, ...categories) }));
      const whole = await ask(...contract.categories);
      if (!whole) return broken('The whole was not answered.');
      const amiss: string[] = [];
      for (const category of ['IDENTITY', 'CONTACT', 'SERVICE_USE', 'FV_RISK', 'HOUSING', 'HEALTH']) {
        const part = (await ask(category)) ?? [];
        amiss.push(...part.flatMap((entity, index) => toldOtherwise(entity, whole[index], question.selected)));
      }
      return verdictOn(amiss, 'It is.');
    }),
  },
  {
    id: 'release.figures',
    rule: 'Figures are told only under a permit for them',
    asked: 'the agency’s figures without the permit for them, and another agency’s',
    mend: 'Give figures only if the permit’s `figures` is true, and only the agency’s own.',
    async run(agency) {
      const without = await askFigures(agency, agency.id, false);
      const others = await askFigures(agency, `${agency.id}-other`, true);
      if (!without || !others) return broken('The question was not answered.');
      const told = [without[0], others[0]]
        .flatMap((agency) => counted.map((name) => at(agency, name) ?? null))
        .filter((counts) => counts !== null);
      return told.length === 0 ? holds('They are.') : broken('They were told.');
    },
  },
  {
    id: 'release.smallCounts',
    rule: 'Counts of 1 to 4 are not told, and others are rounded down to fives',
    asked: 'the agency’s figures',
    mend: 'Suppress counts of 1 to 4 and round others down to fives, as the kit does: so few people could be recognised, also from the difference between two counts.',
    async run(agency) {
      const entities = await askFigures(agency, agency.id, true);
      if (!entities) return broken('The question was not answered.');
      const counts = counted.flatMap((name) =>
        countsIn(at(entities[0], name)).map((count) => ({ ...count, inFives: name !== 'promptAnswers' })),
      );
      if (counts.length === 0) return skipped('The agency gives no figures.');
      const amiss = counts.filter(({ value, suppressed, inFives }) =>
        value === null
          ? suppressed !== true
          : suppressed !== false || (Number(value) >= 1 && Number(value) <= 4) || (inFives && Number(value) % 5 !== 0),
      );
      return amiss.length === 0
        ? holds('They are not.')
        : broken(`${amiss.length} of ${counts.length} counts should not be told.`);
    },
  },
  {
    id: 'release.spans',
    rule: 'Figures are told only for past calendar quarters, half years and years',
    asked: 'the agency’s figures from February to April of 2024',
    mend: 'Refuse any other period, as the kit does: overlapping periods can be compared until one person is left.',
    async run(agency) {
      const query =
        'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Agency { figures(period: { from: "2024-02-01", to: "2024-04-30" }) { people { suppressed } } } } }';
      const entities = await askCounts(agency, query, agency.id, true);
      // An agency that is refused everything for it is fine, too.
      return (at(entities?.[0], 'figures') ?? null) === null ? holds('No others are.') : broken('They were told.');
    },
  },
];

/** What an agency tells of itself as counts, whichever of them its version of the contract has. */
const counted = ['figures', 'promptAnswers', 'dataQuality'] as const;

const askFigures = (agency: Examined, id: string, figures: boolean) =>
  askCounts(agency, questionFor(agency.contract.figures, 'PLAIN', 'Agency').query, id, figures);

async function askCounts({ hub }: Examined, query: string, id: string, figures: boolean) {
  const body = JSON.stringify({ query, variables: { representations: [{ __typename: 'Agency', id }] } });
  return entitiesOf(await hub.sendPermitted(body, { figures }));
}

/** Every count, however deep it stands. */
function countsIn(value: unknown): readonly Readonly<{ value: unknown; suppressed: unknown }>[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('suppressed' in value) return [{ value: at(value, 'value'), suppressed: value.suppressed }];
  return Object.values(value).flatMap(countsIn);
}
