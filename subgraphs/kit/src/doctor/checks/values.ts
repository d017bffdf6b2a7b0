import { broken, type Check, type Examined, type Finding, holds, verdictOn, withRecords } from '../Check.ts';
import { entitiesOf, inWords } from '../PlayedHub.ts';
import { questionFor, type Selected } from '../Selection.ts';
import { repeatedIds, unfitIn } from '../told.ts';
import { askAll } from './batching.ts';

const mostSubjects = 200;

/** Names what is amiss in what is told of each record. */
const ofEach = (amissIn: (answer: unknown, selected: readonly Selected[]) => readonly string[], good: string) =>
  withRecords(async (agency: Examined, records): Promise<Finding> => {
    const heard = await askAll(agency, records.slice(0, mostSubjects));
    const entities = entitiesOf(heard);
    if (!entities) return broken(`The question was answered with ${inWords(heard)}.`);
    const { selected } = questionFor(agency.contract.record);
    return verdictOn(
      entities.flatMap((entity) => amissIn(entity, selected)),
      good,
    );
  });

/** What is answered is what the contract says, the same each time. */
export const valueChecks: readonly Check[] = [
  {
    id: 'values.fit',
    rule: 'Values fit the contract: dates, codes, and items that name their kinds of information',
    asked: `every field of up to ${mostSubjects} records, under every kind of information`,
    mend: 'Correct the mapping at this place; `accord-agency check` shows what is wrong.',
    run: ofEach(unfitIn, 'It does.'),
  },
  {
    id: 'values.ids',
    rule: 'No two items of a list have the same id',
    asked: `every list of up to ${mostSubjects} records`,
    mend: 'Use the key of the item’s own row as its id.',
    run: ofEach(repeatedIds, 'None have.'),
  },
  {
    id: 'values.same',
    rule: 'The same question gets the same answer',
    asked: 'every field of the same records, twice',
    mend: 'Order lists by their items alone, and answer nothing that depends on the moment.',
    run: withRecords(async (agency, records) => {
      const subjects = records.slice(0, mostSubjects);
      const [one, two] = [await askAll(agency, subjects), await askAll(agency, subjects)];
      if (!entitiesOf(one)) return broken(`The question was answered with ${inWords(one)}.`);
      const same = one.kind === 'ANSWERED' && two.kind === 'ANSWERED' && one.text === two.text;
      return same ? holds('It is.') : broken('The second answer differed from the first.');
    }),
  },
  {
    id: 'values.whole',
    rule: 'Every part of a record can be answered',
    asked: `every field of up to ${mostSubjects} records, under every kind of information`,
    mend: 'See the agency’s own log for what failed.',
    run: withRecords(async (agency, records) => {
      const heard = await askAll(agency, records.slice(0, mostSubjects));
      const errors: unknown = heard.kind === 'ANSWERED' ? Object(heard.json).errors : undefined;
      const failed = Array.isArray(errors) ? errors.length : 0;
      if (!entitiesOf(heard)) return broken(`The question was answered with ${inWords(heard)}.`);
      return failed === 0 ? holds('They can.') : broken(`${failed} parts could not be answered.`);
    }),
  },
];
