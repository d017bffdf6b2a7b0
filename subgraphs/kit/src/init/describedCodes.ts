import type { CatalogueTable } from '../database/Catalogue.ts';
import { leadOf } from '../database/references.ts';
import { type Draft, oneLine } from './MappingText.ts';
import { meaningIn } from './meaningIn.ts';
import type { Proposal } from './Proposal.ts';
import { codeListWords, otherPeopleWords, peopleWords } from './tableWords.ts';

const longest = 60;
const twoNames = /^\p{Lu}[\p{Ll}'’-]+ \p{Lu}[\p{L}'’-]+$/u;
const personal = /\b(birth|given|family|surname|first|last|phone|mobile|email|login|username|address|street)\b/;

/**
 * What a column's codes are called in the list of codes it leads to, as it stands there; empty where it leads to none.
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
  const list = leadOf(references, table, column);
  if (!list || !codes.some((known) => known.table === list.to) || isOfPeople(list.to)) return new Map();
  const told = [...shapes.descriptions(list.to, list.toColumn)].map(([code, text]) => [code, oneLine(text)] as const);
  const named = codeListWords.test(meaningIn(list.to.name).join(' '));
  const likeNames = told.filter(([, text]) => twoNames.test(text)).length;
  if (!named && likeNames * 2 >= told.length) return new Map();
  return new Map(told.filter(([code, text]) => text.length <= longest && text.toLowerCase() !== code.toLowerCase()));
}

function isOfPeople({ name, columns }: CatalogueTable): boolean {
  const words = meaningIn(name).join(' ');
  if (peopleWords.test(words) || otherPeopleWords.test(words)) return true;
  return columns.some((column) => personal.test(meaningIn(column.name).join(' ')));
}
