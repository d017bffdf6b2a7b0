import { alsoKnown } from './alsoKnown.ts';
import { type ColumnIdea, secretWords, signInWords } from './columnWords.ts';
import { fullNameText } from './fullNameText.ts';
import { type LinkagePage, loadBeside } from './linkagePage.ts';
import { codeText, dayText, fieldFor, fieldOf, modelOf, oneLine, valueText, wordsText } from './MappingText.ts';
import { meaningIn } from './meaningIn.ts';
import { overText } from './overText.ts';
import type { TableGuess } from './Proposal.ts';
import { map, use } from './Writing.ts';

/** What a row of `linkage.ts` tells, line by line, and what the people's rows are to include for it. */
export function linkageRow(page: LinkagePage, number: string): Readonly<{ lines: readonly string[]; include: string }> {
  const { proposal, people } = page;
  const hasNames = loadNames(page);
  const hasAddress = loadBeside(page, proposal.address, 'addressRows', 'address', 'find');
  const address = proposal.address ?? people;
  const worker = workerIn(page);
  const lines = [
    `number: ${number},`,
    ...nameLines(page, hasNames),
    ...alsoKnownLines(page, hasNames),
    ...birthLines(page),
    `suburb: ${wordOf(page, address, 'suburb', hasAddress)},`,
    `postcode: ${wordOf(page, address, 'postcode', hasAddress)},`,
    worker?.line ?? 'worker: null, // TODO the sign-in name of the worker responsible, for caseloads',
    ...openLines(page),
  ];
  return { lines, include: worker?.include ?? '' };
}

/** The name in use, and all the others a person has or had. */
function loadNames(page: LinkagePage): boolean {
  const { draft, proposal, binds } = page;
  const { names } = proposal;
  const current = names?.current && fieldOf(draft, names.table, names.current.column.name);
  if (!names?.current || !current) return loadBeside(page, names, 'nameRows', '[name, ...others]', 'filter');
  const found = loadBeside(page, names, 'nameRows', 'names', 'filter');
  if (found)
    binds.push(
      `const name = names.find((one) => one.${current.name} === ${valueText(current, names.current.here)}) ?? names[0];`,
      'const others = names.filter((one) => one !== name);',
    );
  return found;
}

function nameLines(page: LinkagePage, hasNames: boolean): readonly string[] {
  const { draft, proposal, people, used } = page;
  const isInParts = proposal.names || fieldFor(draft, people, 'given') || fieldFor(draft, people, 'family');
  const whole = isInParts ? null : fullNameText(draft, used, people);
  if (whole) return [`// ${whole.why}`, `given: ${whole.given},`, `family: ${whole.family},`];
  const names = proposal.names ?? people;
  return [`given: ${wordOf(page, names, 'given', hasNames)},`, `family: ${wordOf(page, names, 'family', hasNames)},`];
}

function alsoKnownLines(page: LinkagePage, hasNames: boolean): readonly string[] {
  const { draft, proposal, used } = page;
  const [given, family] = (['given', 'family'] as const).map((idea) => fieldFor(draft, proposal.names, idea));
  if (given && family && hasNames)
    return [
      `alsoKnownAs: others.map((one) => ({ given: ${wordsText(given, used, 'one')}, family: ${wordsText(family, used, 'one')} })),`,
    ];
  const hasAliases = loadBeside(page, proposal.aliases, 'aliases', 'others', 'filter');
  const known = alsoKnown(draft, proposal, used, hasAliases ? 'others' : null);
  return known ? [`alsoKnownAs: ${known.text},`] : [];
}

/** The day of birth, how good it is, and the sex code. */
function birthLines(page: LinkagePage): readonly string[] {
  const { draft, people, used } = page;
  const [birth, accuracy, sex] = (['birth', 'accuracy', 'sex'] as const).map((idea) => fieldFor(draft, people, idea));
  const born = birth ? dayText(draft, people.table, birth, used) : 'null';
  const none = birth
    ? `${oneLine(birth.column.name)} is written in a way that init does not recognise`
    : 'init found no column that can be read as a date of birth';
  const unsaid =
    born === 'null'
      ? "'UNKNOWN',"
      : `${born} === null ? 'UNKNOWN' : 'EXACT', // CONFIRM: no column says how accurate a date of birth is`;
  const told = accuracy && map(page, 'accuracy', codeText(accuracy), '');
  return [
    born === 'null'
      ? `dateOfBirth: null, // TODO ${none}; without it few people are found at other agencies`
      : `dateOfBirth: ${born},`,
    `dobAccuracy: ${told ? `${told},` : unsaid}`,
    `sex: ${sex ? map(page, 'sex', codeText(sex), 'null') : 'null'},`,
  ];
}

/** By the sign-in name of staff, never by a password, whatever a column of staff is called; null where there is none. */
function workerIn({ draft, proposal, people }: LinkagePage): Readonly<{ line: string; include: string }> | null {
  const { workers } = proposal;
  const author = fieldFor(draft, people, 'author');
  const login = fieldFor(draft, workers, 'login');
  const words = login ? meaningIn(login.column.name).join(' ') : '';
  const relation = modelOf(draft, people.table).relations.find(
    ({ keys }) => keys?.fields.length === 1 && keys.fields[0] === author?.name,
  );
  if (!workers || !login || !signInWords.test(words) || secretWords.test(words)) return null;
  if (relation?.to !== modelOf(draft, workers.table).name) return null;
  const value = `row.${relation.name}${relation.optional ? '?' : ''}.${login.name}`;
  const orNull = relation.optional || login.column.nullable ? ' ?? null' : '';
  return {
    line: `worker: ${value}${orNull}, // CONFIRM: the name they sign in to the partnership with`,
    include: `${relation.name}: { select: { ${login.name}: true } }`,
  };
}

/** While the last day of the people's own row, or of one of their episodes, is not over. */
function openLines(page: LinkagePage): readonly string[] {
  const { draft, proposal, people, used } = page;
  const isOpen = (last: string) => `!${use(page, 'isOver')}(${last}, new Date())`;
  const end = fieldFor(draft, people, 'end');
  if (end) return [`open: ${isOpen(dayText(draft, people.table, end, used))},`];
  const none = ['open: true, // CONFIRM: no column says when the work with somebody ended'];
  const { episodes } = proposal.sections;
  const last = fieldFor(draft, episodes, 'end');
  const ended = episodes && last ? dayText(draft, episodes.table, last, used, 'one') : 'null';
  if (!episodes || ended === 'null') return none;
  if (!loadBeside(page, episodes, 'periods', 'own', 'filter')) return none;
  return [
    `// CONFIRM: open while ${oneLine(episodes.table.name)} has a row whose ${oneLine(last?.column.name ?? '')} has not passed.`,
    `open: own.some((one) => ${isOpen(ended)}),`,
  ];
}

function wordOf(page: LinkagePage, guess: TableGuess, idea: ColumnIdea, isBeside: boolean): string {
  const { draft, people, used } = page;
  const field = fieldFor(draft, guess, idea);
  if (!field) return 'null';
  if (guess === people) return wordsText(field, used);
  if (!isBeside) return 'null';
  const over = guess.columns.find((column) => column.idea === idea)?.over ?? [];
  const row = overText(draft, over, idea === 'given' || idea === 'family' ? 'name?' : 'address?');
  return row === null ? 'null' : wordsText(field, used, row);
}
