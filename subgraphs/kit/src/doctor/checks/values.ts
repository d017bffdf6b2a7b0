import { broken, type Check, type Examined, type Finding, holds, verdictOn, withRecords } from '../Check.ts';
import { entitiesOf, inWords } from '../PlayedHub.ts';
import { questionFor, type Selected } from '../Selection.ts';
import { repeatedIds, unfitIn } from '../told.ts';
import { askAll } from './batching.ts';

const mostSubjects = 200;

/** Runs a check over the answer for each record. */
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

/** Answers must fit the contract and be the same each time. */
export const valueChecks: readonly Check[] = [
  {
    id: 'values.fit',
    rule: 'What is told fits the contract: days, codes, and items that say what they tell',
    asked: `every field of up to ${mostSubjects} records, under every kind of information`,
    mend: 'Mend the mapping at this place; `accord-agency check` names the rows.',
    run: ofEach(unfitIn, 'It does.'),
  },
  {
    id: 'values.ids',
    rule: 'No two items of a list have one id',
    asked: `every list of up to ${mostSubjects} records`,
    mend: 'Give each item the key of its own row.',
    run: ofEach(repeatedIds, 'None have.'),
  },
  {
    id: 'values.same',
    rule: 'The same question is answered the same',
    asked: 'every field of the same records, twice',
    mend: 'Put lists in an order that depends on the items alone; answer nothing that hangs on the moment.',
    run: withRecords(async (agency, records) => {
      const subjects = records.slice(0, mostSubjects);
      const [one, two] = [await askAll(agency, subjects), await askAll(agency, subjects)];
      if (!entitiesOf(one)) return broken(`The question was answered with ${inWords(one)}.`);
      const same = one.kind === 'ANSWERED' && two.kind === 'ANSWERED' && one.text === two.text;
      return same ? holds('It is.') : broken('The second answer was not that of the first.');
    }),
  },
  {
    id: 'values.whole',
    rule: 'Every part of a record can be answered',
    asked: `every field of up to ${mostSubjects} records, under every kind of information`,
    mend: 'The agency’s own log says what failed.',
    run: withRecords(async (agency, records) => {
      const heard = await askAll(agency, records.slice(0, mostSubjects));
      const errors: unknown = heard.kind === 'ANSWERED' ? Object(heard.json).errors : undefined;
      const failed = Array.isArray(errors) ? errors.length : 0;
      if (!entitiesOf(heard)) return broken(`The question was answered with ${inWords(heard)}.`);
      return failed === 0 ? holds('They can.') : broken(`${failed} parts could not.`);
    }),
  },
];
