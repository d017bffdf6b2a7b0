import { objectType } from '@accord/contract/labels';
import type { GraphQLSchema } from 'graphql';
import { InputFault } from '../command/InputFault.ts';
import type { Linkage, LinkageRow, Mapping } from '../mapping/Mapping.ts';
import type { Many, One } from '../mapping/section.ts';
import { agencySchema } from '../serve/agencySchema.ts';
import { type MappingFault, mappingFault } from './MappingFault.ts';
import { misfitsOf } from './misfitsOf.ts';
import { modelsOf } from './modelsOf.ts';
import { kindOf, probeModels } from './probeModels.ts';
import { schemaFault } from './schemaFault.ts';
import { verifySection } from './verifySection.ts';
import { sectionsOf } from './wholeRecord.ts';

/** What a mapping is tried on. */
export type VerifyGiven = Readonly<{
  /** The agency's own Prisma client, if it has one: each of its models is tried, and columns are named after it. */
  db?: object;
  /** How many records, the first of linkage; or the numbers of some. */
  sample: number | readonly string[];
  now: Date;
  /** Who reads what is found: at the agency's own terminal the codes of a column are named and counted (`countedCodes`). */
  told?: 'ANYWHERE' | 'AT_THE_AGENCY';
}>;

/**
 * Tries a mapping on the agency's own database: are the tables and columns there, do the joins find rows, does what is told fit the
 * contract. Gives what is not right, the worst first.
 *
 * Reads one row of each model and a sample of records, section by section, each in the statements a request of the hub's takes: what
 * it costs does not grow with the tables. No sentence holds a value of a person (`sayable`).
 */
export async function verifyMapping(
  mapping: Mapping,
  { db, sample, now, told = 'ANYWHERE' }: VerifyGiven,
): Promise<readonly MappingFault[]> {
  const models = db ? modelsOf(db) : [];
  const wrong = await probeModels(models);
  // What comes after would say the same again in other words.
  if (wrong.some(({ level }) => level === 'FATAL')) return wrong;
  const schema = agencySchema(mapping);
  const linked = await sampleOf(mapping.linkage, sample);
  const found = [...wrong, ...linked.findings];
  if (linked.numbers.length === 0) return found;
  found.push(...(await recordsFindings(mapping, linked.numbers, now)));
  const type = objectType(schema, 'AgencyRecord').getFields();
  const agreed = new Set((mapping.agreedAlerts ?? []).map(({ code }) => code));
  for (const section of sectionsOf(schema)) {
    const read = sectionIn(mapping, section);
    const field = type[section];
    if (read && field)
      found.push(
        ...(await verifySection(read, {
          section,
          type: field.type,
          numbers: linked.numbers,
          models,
          agreed,
          now,
          told,
        })),
      );
  }
  found.push(...linkageFindings(schema, linked.rows));
  return [...new Map(found.map((one) => [one.sentence, one])).values()].sort(
    (one, other) => levels.indexOf(one.level) - levels.indexOf(other.level),
  );
}

const levels: readonly MappingFault['level'][] = ['FATAL', 'FAULT', 'HINT'];

type Sample = Readonly<{ numbers: readonly string[]; rows: readonly LinkageRow[]; findings: readonly MappingFault[] }>;

/** The first records of linkage, or of each people table. */
async function sampleOf(linkage: Linkage | undefined, sample: VerifyGiven['sample']): Promise<Sample> {
  if (typeof sample !== 'number') return { numbers: sample, rows: [], findings: [] };
  const section = 'linkage';
  if (!linkage) {
    const found = 'The mapping has no linkage, so no record is announced and none could be tried.';
    return {
      numbers: [],
      rows: [],
      findings: [mappingFault('HINT', found, 'Write it, or name records to try.', { section })],
    };
  }
  try {
    const starts = linkage.starts ?? [null];
    const rows = (await Promise.all(starts.map((start) => twoPages(linkage, start, sample / starts.length)))).flat();
    const numbers = [...new Set(rows.map(({ number }) => String(number)))];
    const findings: MappingFault[] = [];
    if (numbers.length === 0)
      findings.push(mappingFault('HINT', 'There are no records, so nothing could be tried.', '', { section }));
    if (numbers.length < rows.length) {
      const again = `${rows.length - numbers.length} of ${rows.length} records came twice.`;
      const todo =
        'Have each page begin after the number it is given, in a stable order; otherwise a sync would never finish.';
      findings.push(mappingFault('FATAL', again, todo, { section }));
    }
    return { numbers, rows, findings };
  } catch (error) {
    return { numbers: [], rows: [], findings: [unreadable(error, section)] };
  }
}

/** Two pages, so that it shows whether the second goes on where the first ended. */
async function twoPages(linkage: Linkage, start: string | null, size: number): Promise<readonly LinkageRow[]> {
  const half = Math.max(1, Math.floor(size / 2));
  const first = await linkage.page(start, half);
  const last = first.at(-1);
  return last ? [...first, ...(await linkage.page(String(last.number), half))] : [];
}

/** Whoever linkage announces must be on file. */
async function recordsFindings(
  { records }: Mapping,
  numbers: readonly string[],
  now: Date,
): Promise<readonly MappingFault[]> {
  const section = 'records';
  try {
    const batch = { now };
    const onFile = await Promise.all(numbers.map((number) => records.rowsOf(number, batch)));
    const missing = onFile.filter((rows) => rows.length === 0).length;
    if (missing === 0) return [];
    const level = missing === numbers.length ? 'FATAL' : 'FAULT';
    const found = `${missing} of ${numbers.length} records that linkage announces are not on file in "records".`;
    return [mappingFault(level, found, 'Have both leave out the same rows, and write numbers alike.', { section })];
  } catch (error) {
    return [unreadable(error, section)];
  }
}

function unreadable(error: unknown, section: string): MappingFault {
  const fault = schemaFault(error);
  // The kit's own sentence says what to do.
  if (error instanceof InputFault)
    return mappingFault('FATAL', error.message, 'Correct it in the mapping.', { section });
  const found = fault?.found ?? `It cannot be read (${kindOf(error)}).`;
  return mappingFault('FATAL', found, fault?.todo ?? 'Try its statement by hand.', { section });
}

/** The values of linkage that the contract has too. */
function linkageFindings(schema: GraphQLSchema, rows: readonly LinkageRow[]): readonly MappingFault[] {
  const type = objectType(schema, 'Identity');
  const wrong = new Map<string, number>();
  for (const { sex, dateOfBirth, dobAccuracy } of rows)
    for (const { path, rule } of misfitsOf({ sex, dateOfBirth, dateOfBirthAccuracy: dobAccuracy }, type)) {
      const field = path[0] === 'dateOfBirthAccuracy' ? 'dobAccuracy' : path[0];
      wrong.set(`${field}: ${rule}`, (wrong.get(`${field}: ${rule}`) ?? 0) + 1);
    }
  return [...wrong].map(([what, count]) => {
    const [field = '', rule = ''] = what.split(': ');
    return mappingFault(
      'FAULT',
      `${count} of ${rows.length} records give ${rule}.`,
      'Turn it into a value the contract has, or give null.',
      { section: 'linkage', field },
    );
  });
}

/** The section that answers a field of a record, of the core or of a module; undefined where the mapping has none. */
function sectionIn(mapping: Mapping, name: string): One<unknown> | Many<unknown> | undefined {
  const parts = [
    mapping,
    ...Object.values(mapping.modules ?? {}),
    ...(mapping.ownModules ?? []).map(({ fields }) => fields),
  ];
  const sections = parts.map((part): unknown => Reflect.get(part, name));
  return sections.find((section): section is One<unknown> => typeof Reflect.get(Object(section), 'of') === 'function');
}
