import type { CatalogueTable } from '../database/Catalogue.ts';
import { listOf } from './listOf.ts';
import { type Draft, oneLine } from './MappingText.ts';
import { meaningIn } from './meaningIn.ts';
import type { Proposal } from './Proposal.ts';
import { codeListWords, otherPeopleWords, peopleWords } from './tableWords.ts';

const longest = 60;
const twoNames = /^\p{Lu}[\p{Ll}'’-]+ \p{Lu}[\p{L}'’-]+$/u;
const personal = /\b(birth|given|family|surname|first|last|phone|mobile|email|login|username|address|street)\b/;

/**
 * What a column's codes are called in their list of codes, as it stands there; empty where there is none.
 *
 * The only values of an agency's tables that are written beside codes. So a list counts only where `propose` took it for one, nothing
 * about it is of people, and its texts are short and not two names each.
 */
export function describedCodes(
  { shapes }: Draft,
  { codes, references }: Proposal,
  table: CatalogueTable,
  column: string,
): ReadonlyMap<string, string> {
  const list = listOf(shapes, references, table, column);
  if (!list || !codes.some((known) => known.table === list.table) || isOfPeople(list.table)) return new Map();
  const told = [...list.descriptions].map(([code, text]) => [code, oneLine(text)] as const);
  // One table of all lists may have one of workers among them.
  const named = !list.shared && codeListWords.test(meaningIn(list.table.name).join(' '));
  const likeNames = told.filter(([, text]) => twoNames.test(text)).length;
  if (!named && likeNames * 2 >= told.length) return new Map();
  return new Map(told.filter(([code, text]) => text.length <= longest && text.toLowerCase() !== code.toLowerCase()));
}

function isOfPeople({ name, columns }: CatalogueTable): boolean {
  const words = meaningIn(name).join(' ');
  if (peopleWords.test(words) || otherPeopleWords.test(words)) return true;
  return columns.some((column) => personal.test(meaningIn(column.name).join(' ')));
}
