import { InputFault } from '../command/InputFault.ts';
import { type Catalogue, type Engine, keyOf, type TableName, written } from '../database/Catalogue.ts';
import type { Connection } from '../database/Connection.ts';
import { openConnection } from '../database/openConnection.ts';
import { readCatalogue } from '../database/readCatalogue.ts';
import type { Draft } from './MappingText.ts';
import { nameModels } from './nameModels.ts';
import type { Proposal } from './Proposal.ts';
import { propose } from './propose.ts';
import { readHeldKinds } from './readHeldKinds.ts';
import { readShapes } from './readShapes.ts';
import { writeLinkage } from './writeLinkage.ts';
import { writeMapping } from './writeMapping.ts';
import { writeOwnCodes } from './writeOwnCodes.ts';
import { writePlaces } from './writePlaces.ts';
import { writePrismaSchema } from './writePrismaSchema.ts';
import { type AgencyGiven, type DraftFile, writeProject } from './writeProject.ts';

export type DraftAgency = Readonly<{
  catalogue: Catalogue;
  proposal: Proposal;
  files: readonly DraftFile[];
  warnings: readonly string[];
}>;

/**
 * Reads an agency's database and drafts its folder. It only reads: the catalogue, and a bounded sample of each table.
 *
 * Throws one sentence (`InputFault`) where the database cannot be read or has no tables for this role.
 */
export async function draftAgency(given: AgencyGiven, schemas: readonly string[]): Promise<DraftAgency> {
  const connection = await openConnection(given.engine, given.url);
  try {
    return await draftFrom(connection, given, schemas);
  } finally {
    await connection.close();
  }
}

async function draftFrom(connection: Connection, given: AgencyGiven, schemas: readonly string[]): Promise<DraftAgency> {
  const catalogue = await readCatalogue(connection, schemas);
  if (catalogue.tables.length === 0) throw new InputFault(noTables(schemas));
  if (catalogue.tables.every(({ readable }) => !readable))
    throw new InputFault(
      `This role cannot read any of the ${catalogue.tables.length} tables. Grant it SELECT, then run init again.`,
    );
  const shapes = await readShapes(connection, catalogue);
  const told = withoutUnreadViews(catalogue, shapes.unread);
  const draft: Draft = { models: nameModels(told, await readHeldKinds(connection, told)), shapes };
  const proposal = propose(told, shapes);
  const files: readonly DraftFile[] = [
    { path: 'prisma/schema.prisma', text: writePrismaSchema(given.engine, draft.models) },
    { path: 'MAPPING.md', text: writePlaces(proposal, given.name, shapes) },
    ...(proposal.people
      ? [
          { path: 'src/agency.ts', text: writeMapping(draft, proposal, given) },
          { path: 'src/ownCodes.ts', text: writeOwnCodes(draft, proposal) },
          { path: 'src/linkage.ts', text: writeLinkage(draft, proposal) },
        ]
      : []),
    ...writeProject(given),
  ];
  return { catalogue, proposal, files, warnings: warningsOn(catalogue, shapes.unread.map(written)) };
}

/**
 * The catalogue without views that this role may see but cannot read, because of what they are built from. The agency's
 * program could not read them either, and code that reads every model would fail on them.
 */
function withoutUnreadViews(catalogue: Catalogue, unread: readonly TableName[]): Catalogue {
  const keys = new Set(unread.map(keyOf));
  return {
    ...catalogue,
    tables: catalogue.tables.filter((table) => table.kind === 'table' || !keys.has(keyOf(table))),
  };
}

const noTables = (schemas: readonly string[]): string =>
  schemas.length > 0
    ? `This role sees no table in ${schemas.join(', ')}. Correct --schemas, or leave it out to read all schemas.`
    : 'This role sees no table in this database. Check that it is the right database, and grant the role SELECT on its tables.';

function warningsOn({ engine, writable }: Catalogue, unread: readonly string[]): readonly string[] {
  const [first] = writable ?? [];
  return [
    ...(first
      ? [
          `This role can change ${writable?.length} tables (${written(first)} …). Nothing was changed. Give Accord a role with SELECT only.`,
        ]
      : []),
    ...(writable === null && engine !== 'sqlite'
      ? ['Whether this role can write is not known. Give Accord a role with SELECT only.']
      : []),
    ...(unread.length > 0
      ? [
          `${unread.length} ${unread.length === 1 ? 'table' : 'tables'} could not be read. Views among them are left out; tables were judged by their names alone: ${unread.slice(0, 5).join(', ')}${unread.length > 5 ? ' …' : ''}.`,
        ]
      : []),
  ];
}

/** The proposal as JSON, without the shapes it was made from. */
export const proposalJson = (engine: Engine, { proposal, warnings }: DraftAgency): string => {
  const told = (guess: Proposal['people']) =>
    guess && {
      ...{
        table: written(guess.table),
        as: guess.as,
        confidence: guess.confidence,
        reasons: guess.reasons,
        doubts: guess.doubts,
      },
      path: guess.path.map(({ from, column, to, how }) => ({ from: written(from), column, to: written(to), how })),
      columns: guess.columns.map(({ idea, column, confidence, reasons }) => ({
        column: column.name,
        idea,
        confidence,
        reasons,
      })),
      gone: guess.gone.map(({ column, here, confidence, reasons }) => ({
        column: column.name,
        here,
        confidence,
        reasons,
      })),
    };
  const { people, clients, sections, names, aliases, contact, address, workers, codes, unplaced, remarks } = proposal;
  const { furtherContact, furtherAddress } = proposal;
  return JSON.stringify(
    {
      ...{
        engine,
        people: told(people),
        clients: told(clients),
        names: told(names),
        aliases: told(aliases),
        contact: told(contact),
        address: told(address),
        furtherContact: told(furtherContact),
        furtherAddress: told(furtherAddress),
        workers: told(workers),
      },
      sections: Object.fromEntries(Object.entries(sections).map(([name, guess]) => [name, told(guess)])),
      ...{
        codes: codes.map(({ table }) => written(table)),
        unplaced: unplaced.map(({ table, why }) => ({ table: written(table), why })),
      },
      ...{ remarks, warnings },
    },
    null,
    2,
  );
};
