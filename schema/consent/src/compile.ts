import type { Ask } from './Ask.ts';
import { answerTo, type Ground, groundOf } from './answerTo.ts';
import type { Answer } from './Decision.ts';
import { type DateClasses, dateClassesOf } from './dateClasses.ts';
import type { Facts, Rule } from './Facts.ts';
import { askerFit } from './fitOf.ts';
import { startOf, within } from './instants.ts';
import { maySpeak } from './maySpeak.ts';
import type { Profile } from './Profile.ts';
import { rulesIn } from './rulesIn.ts';

/** Who asks, why, when, and about whom: what one table is compiled for. */
export type Asker = Pick<Ask, 'viewer' | 'purpose' | 'subjects' | 'at' | 'breakGlass'>;

/** What is asked for: the rest of an ask. */
export type Datum = Omit<Ask, keyof Asker>;

/** The answers to one asker. `answer` gives what `decide` gives for the same ask, apart from `validUntil`. */
export type Table = Readonly<{ answer(datum: Datum): Answer }>;

/**
 * Compiles the facts for one requester, purpose and client.
 *
 * Facts that cannot matter to this asker are dropped once. Data that no rule can tell apart share a cell: the same category,
 * the same source as far as rules name it, the same record as far as blocks do, and the same side of every date. A cell is
 * decided on the first ask and read from then on, in O(1), or in O(log dates) where consents limit the dates of data. The table
 * holds for the asker's instant and these facts, and is discarded with them.
 */
export function compile(facts: Facts, asker: Asker, profile: Profile): Table {
  const ground = groundFor(asker, facts, profile);
  const rules = asker.subjects.flatMap(({ person }) =>
    ground.consentsOf(person).flatMap(({ consent }) => rulesIn(consent.rule)),
  );
  const categories = numbered([...profile.categories.keys()], 1);
  const own = asker.viewer.agency === undefined ? [] : [asker.viewer.agency];
  const sources = numbered([...own, ...rules.flatMap((rule) => rule.sources ?? [])], 1);
  const records = numbered(
    ground.blocks.flatMap((block) => block.records ?? []),
    2,
  );
  const dates: DateClasses = dateClassesOf(
    rules.flatMap(({ dataPeriod }) => (dataPeriod === undefined ? [] : [dataPeriod])),
    profile.timeZone,
  );
  const sourceCount = sources.size + 1;
  const recordCount = records.size + 2;

  const cells = new Map<number, Answer>();
  return {
    answer(datum) {
      const { category, derivedFrom, source, record, dataDate } = datum;
      // Data computed from several categories is rare, and would need a cell for every set of categories.
      if (derivedFrom !== undefined && derivedFrom.length > 0) return answerTo(ground, { ...asker, ...datum }, profile);
      let cell = (category === undefined ? undefined : categories.get(category)) ?? 0;
      cell = cell * sourceCount + (sources.get(source) ?? 0);
      cell = cell * recordCount + (record === undefined ? 0 : (records.get(record) ?? 1));
      cell = cell * dates.count + dates.of(dataDate);
      const maskable = datum.separable === true && (datum.action ?? 'read') === 'read';
      cell = cell * 4 + (maskable ? 2 : 0) + (datum.relevant === false ? 1 : 0);
      const known = cells.get(cell);
      if (known !== undefined) return known;
      const found = answerTo(ground, { ...asker, ...datum }, profile);
      cells.set(cell, found);
      return found;
    },
  };
}

/** Returns the facts that can matter to this asker, as they stand at the asker's instant. */
function groundFor(asker: Asker, facts: Facts, profile: Profile): Ground {
  const { viewer, subjects, at } = asker;
  const instant = startOf(at, profile.timeZone);
  const people = new Set(subjects.map(({ person }) => person));
  const all = groundOf(facts, at, profile);
  const fits = (rule: Rule) => askerFit(rule, asker, instant, profile.timeZone) !== 'no';
  const standing = new Map(
    [...people].map(
      (person) => [person, all.consentsOf(person).filter(({ consent }) => maySpeak(consent, fits))] as const,
    ),
  );
  return {
    blocks: all.blocks.filter(({ person }) => person === undefined || people.has(person)),
    bases: all.bases.filter(
      ({ about, period }) =>
        (about ?? []).some((person) => people.has(person)) && within(period, instant, profile.timeZone),
    ),
    consentsOf: (person) => (person === viewer.self ? [] : (standing.get(person) ?? [])),
  };
}

function numbered(names: readonly string[], first: number): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].map((name, n) => [name, n + first] as const));
}
