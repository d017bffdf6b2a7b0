import type { CatalogueTable } from '../database/Catalogue.ts';
import type { Reference } from '../database/references.ts';
import type { ColumnIdea } from './columnWords.ts';
import { guessColumns } from './guessColumns.ts';
import { meaningIn } from './meaningIn.ts';
import type { ColumnGuess } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';
import { otherPeopleWords, otherThingWords } from './tableWords.ts';

type Reached = Readonly<{ table: CatalogueTable; over: readonly Reference[] }>;

const mostHops = 4;
const placeNames = /\b(urb|suburbs?|towns?|cit(y|ies)|localit(y|ies)|villages?|municipalit(y|ies)|communes?|ort(e)?)\b/;
const streetNames = /\b(streets?|strassen?|roads?)\b/;
const stateNames = /\b(states?|provinces?|regions?|territor(y|ies)|counties|county)\b/;

/**
 * The parts of an address that stand in tables a row leads to by foreign keys, such as dwelling, street and town. Empty where no suburb
 * is among them.
 */
export function placesOver(
  table: CatalogueTable,
  shapes: Shapes,
  references: readonly Reference[],
  besides: readonly CatalogueTable[],
): readonly ColumnGuess[] {
  const reached = reachedFrom(table, references, besides);
  const suburb = named(placeNames, 'suburb') ?? called('suburb');
  if (!suburb) return [];
  const found = [suburb, called('postcode'), named(streetNames, 'line') ?? called('line'), named(stateNames, 'state')];
  return found.filter((one) => one !== null);

  /** The name of the thing in a table called after it. */
  function named(words: RegExp, idea: ColumnIdea): ColumnGuess | null {
    const one = reached.find((each) => words.test(meaningIn(each.table.name).join(' ')));
    const [name] = one ? guessColumns(one.table, ['fullName'], shapes, references) : [];
    return one && name
      ? guess(
          one,
          { ...name, idea },
          `the name in ${one.table.name}${idea === 'line' ? ' alone: CONFIRM, and add the house number' : ''}`,
        )
      : null;
  }

  /** Nearest to the suburb first: a street may have a postcode that is rarely filled. */
  function called(idea: ColumnIdea): ColumnGuess | null {
    const own = suburbTable();
    const inOrder = [...reached].sort((a, b) => Number(b.table === own) - Number(a.table === own));
    for (const one of inOrder) {
      const [column] = guessColumns(one.table, [idea], shapes, references);
      if (column) return guess(one, column, `in ${one.table.name}`);
    }
    return null;
  }

  function suburbTable(): CatalogueTable | undefined {
    return reached.find((each) => placeNames.test(meaningIn(each.table.name).join(' ')))?.table;
  }
}

const guess = ({ over }: Reached, column: ColumnGuess, why: string): ColumnGuess => ({
  ...column,
  over,
  confidence: Math.min(column.confidence, 0.7),
  reasons: [why],
});

/** Nearest first; not over people, staff or organisations, whose address it would be. */
function reachedFrom(
  table: CatalogueTable,
  references: readonly Reference[],
  besides: readonly CatalogueTable[],
): readonly Reached[] {
  const reached: Reached[] = [{ table, over: [] }];
  for (const { table: at, over } of reached) {
    if (over.length === mostHops) continue;
    for (const next of references.filter(({ from, how }) => from === at && how === 'key')) {
      const words = meaningIn(next.to.name).join(' ');
      const isOther = otherPeopleWords.test(words) || otherThingWords.test(words) || besides.includes(next.to);
      if (!isOther && !reached.some((one) => one.table === next.to))
        reached.push({ table: next.to, over: [...over, next] });
    }
  }
  return reached.slice(1);
}
