import { type Catalogue, type CatalogueTable, written } from '../database/Catalogue.ts';
import { referencesIn } from '../database/references.ts';
import type { ColumnIdea } from './columnWords.ts';
import { saysInUse } from './goneColumns.ts';
import { guessAddressOver, guessBeside, guessWays, ideasIn, type Near } from './guessBeside.ts';
import { guessPeople, guessWorkers } from './guessPeople.ts';
import { chooseSections, scoreSections } from './guessSections.ts';
import { hasMarks } from './hasMarks.ts';
import { meaningIn } from './meaningIn.ts';
import { numbersLeft, remarksOn, whyUnplaced } from './notMadeOut.ts';
import type { Proposal, TableGuess, TableRole } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';
import { subjectPaths } from './subjectPaths.ts';
import { type Looked, tableGuess } from './tableGuess.ts';
import { codeListWords } from './tableWords.ts';
import { whoIsClient } from './whoIsClient.ts';

/**
 * What the tables of a catalogue seem to be. The same catalogue and sample give the same proposal; all points have reasons.
 *
 * Points for words and looks, and no language model: whoever confirms a guess must see why it was made.
 */
export function propose(catalogue: Catalogue, shapes: Shapes): Proposal {
  const looked = lookedAt(catalogue, shapes);
  const { tables, references } = looked;
  const people = guessPeople(looked);
  const workers = guessWorkers(looked, people);
  const paths = people && subjectPaths(people.table, workers?.table ?? null, references);
  const scored = scoreSections(looked, people, workers, paths);
  const told = people && whoIsClient(people.table, tables, references);
  const clients = told && tableGuess(looked, told.table, 'clients', [], told.path, told.points);
  const sections = chooseSections(scored, references, people, clients);
  const placed = new Set(
    [people, clients, workers, ...Object.values(sections)].flatMap((guess) => (guess ? [guess.table] : [])),
  );
  const near: Near = { looked, people, workers, clients, placed, pathTo: (table) => paths?.of(table) ?? null };
  const beside = placeBeside(near, (guess) => placed.add(guess.table));
  const codes = codeLists(near);
  for (const { table } of codes) placed.add(table);
  const unplaced = tables.filter((table) => !placed.has(table));
  return {
    ...{ people, clients, workers, sections, ...beside, codes, references },
    unplaced: unplaced.map((table) => ({ table, why: whyUnplaced(table, paths) })),
    remarks: [
      ...remarksOn(people, sections, scored, placed),
      ...numbersLeft(unplaced, shapes, paths),
      ...catalogue.tables
        .filter(({ readable }) => !readable)
        .map((table) => `${written(table)} cannot be read by this role.`),
    ],
  };
}

function lookedAt(catalogue: Catalogue, shapes: Shapes): Looked {
  const tables = catalogue.tables.filter(({ readable, columns }) => readable && columns.length > 0);
  const references = referencesIn(tables);
  const counts = new Map<CatalogueTable, number>(
    tables.map((table) => [table, new Set(references.filter(({ to }) => to === table).map(({ from }) => from)).size]),
  );
  const most = Math.max(1, ...counts.values());
  const inbound = (table: CatalogueTable) => counts.get(table) ?? 0;
  return { tables, shapes, references, inbound, share: (table) => inbound(table) / most };
}

/** What stands in tables beside the people where they have no columns for it. Each table gets one place, in this order. */
function placeBeside(
  near: Near,
  give: (guess: TableGuess) => void,
): Pick<Proposal, 'names' | 'address' | 'contact' | 'aliases' | 'furtherAddress' | 'furtherContact'> {
  const { looked, people } = near;
  const place = (guess: TableGuess | null) => {
    if (guess) give(guess);
    return guess;
  };
  const beside = (ideas: readonly ColumnIdea[], needed: readonly ColumnIdea[], as: TableRole) =>
    place(guessBeside(near, ideas, needed, as));
  const has = (idea: ColumnIdea) => people?.columns.some((column) => column.idea === idea) ?? false;
  const contactBeside = () =>
    guessBeside(near, ['phone', 'email'], ['phone'], 'contact') ??
    guessBeside(near, ['value', 'kind'], ['value', 'kind'], 'contact') ??
    guessWays(near);
  const addressBeside = () => guessBeside(near, ['postcode', 'suburb', 'state', 'line'], ['suburb'], 'address');
  const marked = (guess: TableGuess | null) =>
    place(
      guess && hasMarks(looked, guess)
        ? // A silent number or address stays silent when it is no longer in use.
          { ...guess, gone: guess.gone.filter((one) => !saysInUse(one)), doubts: [...guess.doubts, onlyMarked] }
        : null,
    );
  const names = people && !has('given') ? beside(['given', 'family'], ['given', 'family'], 'names') : null;
  const address = people && !has('suburb') ? place(addressBeside() ?? guessAddressOver(near)) : null;
  const contact = people && !has('phone') ? place(ideasIn(looked, address, ['phone']) ?? contactBeside()) : null;
  const aliases = people ? beside(['given', 'family'], ['given', 'family'], 'aliases') : null;
  const furtherContact = people && has('phone') ? marked(contactBeside()) : null;
  const furtherAddress = people && has('suburb') ? marked(addressBeside()) : null;
  return { names, address, contact, aliases, furtherContact, furtherAddress };
}

const onlyMarked =
  'CONFIRM: what is told comes from columns of the people table; from this table only what is marked as told to nobody is read, for "silent".';

/** Tables that list codes: few columns, a key, and other tables that refer to them. */
function codeLists({ looked, placed, pathTo }: Near): readonly TableGuess[] {
  const { tables, references, shapes } = looked;
  const isShared = (table: CatalogueTable) => shapes.lists.some((list) => list.table === table);
  return tables
    .filter((table) => !placed.has(table) && !pathTo(table))
    .filter((table) => isShared(table) || (table.columns.length <= 8 && table.primaryKey.length === 1))
    .filter(
      (table) =>
        isShared(table) ||
        references.some(({ to }) => to === table) ||
        codeListWords.test(meaningIn(table.name).join(' ')),
    )
    .map((table) =>
      tableGuess(
        looked,
        table,
        'codes',
        [],
        [],
        [[60, 'has few columns and other tables refer to it, or is named like a code list']],
      ),
    );
}
