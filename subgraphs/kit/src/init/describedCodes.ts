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
 * The descriptions of a column's codes from their list of codes, unchanged; empty where there is no list.
 *
 * These descriptions are the only values from an agency's tables that are written beside codes. So a list counts only if
 * `propose` took it for one, nothing in it is about people, and its texts are short and do not each look like two names.
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
  // A table of all lists may contain a list of workers.
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
