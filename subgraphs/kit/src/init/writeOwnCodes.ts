import { needTerms } from '@accord/contract/vocabulary';
import type { ColumnIdea } from './columnWords.ts';
import { describedCodes } from './describedCodes.ts';
import { fitted } from './fitted.ts';
import { listOf } from './listOf.ts';
import { type Draft, fieldFor, oneLine } from './MappingText.ts';
import type { Field } from './Models.ts';
import type { Proposal, TableGuess } from './Proposal.ts';
import { suggestAlert, suggestNeed } from './suggestTerm.ts';

/** A map from the agency's codes to agreed words: none is filled in, and each has a suggestion where a word fits. */
type CodeMap = Readonly<{
  name: string;
  guess: TableGuess;
  idea: ColumnIdea;
  /** The TypeScript type of the agreed words, and what a code that is not in the map becomes. */
  type: string;
  rest: string;
  suggest: (label: string) => string | null;
}>;

const firstOf =
  (words: Readonly<Record<string, RegExp>>) =>
  (label: string): string | null =>
    Object.entries(words).find(([, test]) => test.test(label))?.[0] ?? null;

const sexes = firstOf({
  FEMALE: /^(f|female|w|2)$|female/,
  MALE: /^(m|male|1)$|male/,
  ANOTHER_TERM: /^(x|o|d|3|other|another.*)$/,
  NOT_STATED: /^(9|u|n|unknown|not (stated|known|given|recorded).*)$/,
});
const accuracies = firstOf({
  ESTIMATED: /^(y|e+|est.*|true|1|approx.*)$/,
  UNKNOWN: /^(u+|unknown)$/,
  EXACT: /^(n|a+|acc.*|exact|false|0)$/,
});
const severities = firstOf({
  CRITICAL: /critical|extreme|\b(life|lives|danger|immediate|imminent|emergency)\b|^c$/,
  HIGH: /high|severe|serious|urgent|\b(today|at once|act)\b|^h$/,
  MEDIUM: /med|moderate|caution|warning|\b(watch|elevated|care)\b|^m$/,
  LOW: /low|minor|\b(note|info|information|awareness|advice)\b|^l$/,
});
const alertStates = firstOf({
  ENTERED_IN_ERROR: /error|void/,
  UNDER_REVIEW: /review/,
  CLOSED: /clos|inactive|resolved|ended|^c$/,
  ACTIVE: /open|active|current|^[oa]$/,
});
const certainties = firstOf({
  RULED_OUT: /ruled|refuted|unfounded/,
  CORRECTED: /correct|amended/,
  HISTORICAL: /hist|past|former/,
  ASSESSED: /assess|confirm|verified|professional/,
  DISCLOSED: /disclos|reported|\btold\b|self.?report/,
  INDICATED: /indicat|suspect|alleged|possible|observed/,
});
const episodeStates = firstOf({
  ...{
    ENTERED_IN_ERROR: /error/,
    CANCELLED: /cancel|withdrawn/,
    FINISHED: /clos|finish|complet|exit|discharg/,
    ONHOLD: /hold|suspend/,
  },
  ...{ WAITLIST: /wait/, PLANNED: /plan|referred/, ACTIVE: /open|active|enrol|current/ },
});

const roles = firstOf({
  TEAM_LEADER: /team lead|supervis|coordinat/,
  MANAGER: /manag|director|executive/,
  PRACTITIONER: /worker|counsel|practition|clinic|nurse|social|advoca|officer/,
});

/** The maps that a proposal needs, by their name in `ownCodes.ts`. */
export function codeMapsOf({ people, sections, workers }: Proposal): readonly CodeMap[] {
  const maps: readonly (readonly [string, TableGuess | null, ColumnIdea, string, string, CodeMap['suggest']])[] = [
    ['sex', people, 'sex', 'Sex', "'NOT_STATED'", sexes],
    ['accuracy', people, 'accuracy', 'DateAccuracy', "'UNKNOWN'", accuracies],
    ['alertCode', sections.alerts, 'kind', 'AlertCode', 'null', suggestAlert],
    ['alertSeverity', sections.alerts, 'severity', 'AlertSeverity', 'null', severities],
    ['alertCertainty', sections.alerts, 'certainty', 'AlertCertainty', 'null', certainties],
    ['alertStatus', sections.alerts, 'status', 'AlertStatus', 'null', alertStates],
    ['needCode', sections.needs, 'kind', 'NeedCode', 'null', suggestNeed],
    ['noteAbout', sections.notes, 'kind', 'readonly CategoryCode[]', '[]', () => null],
    ['position', workers, 'position', 'Role', 'null', roles],
    ['episodeStatus', sections.episodes, 'status', 'EpisodeStatus', 'null', episodeStates],
  ];
  return maps.flatMap(([name, guess, idea, type, rest, suggest]) =>
    guess?.columns.some((column) => column.idea === idea) ? [{ name, guess, idea, type, rest, suggest }] : [],
  );
}

/** `ownCodes.ts`: every code that was found, each waiting for a person to say what it means. */
export function writeOwnCodes(draft: Draft, proposal: Proposal): string {
  const maps = codeMapsOf(proposal);
  const types = (names: readonly string[]) =>
    names.filter((name) => maps.some(({ type }) => type.split(/\W+/).includes(name))).join(', ');
  const generated = types(['AlertCertainty', 'AlertSeverity', 'AlertStatus', 'DateAccuracy', 'EpisodeStatus', 'Sex']);
  const agreed = types(['AlertCode', 'CategoryCode', 'NeedCode', 'Role']);
  return fitted(
    `${[
      ...(generated ? [`import type { ${generated} } from '@accord/contract/generated/api';`] : []),
      ...(agreed ? [`import type { ${agreed} } from '@accord/contract/vocabulary';`] : []),
      ...(maps.length > 0 ? ["import { codes } from '@accord/kit/codes';"] : []),
      '',
      '// Your own codes (left) and the agreed terms for them (right). Each line is a TODO: uncomment it once somebody',
      '// who knows the code has confirmed its term. A code that is not in its map becomes `rest`: an alert, need or note',
      '// with such a code is told to nobody. The comment at the end of a line is what your own list calls the code.',
      ...(agreed
        ? ['// What the agreed terms mean is said in schema/contract/src/vocabulary.ts (`alertTerms`, `needTerms`).']
        : []),
      ...maps.map((map) => mapText(draft, proposal, map)),
    ].join('\n')}\n`,
  );
}

function mapText(draft: Draft, proposal: Proposal, { name, guess, idea, type, rest, suggest }: CodeMap): string {
  const field = fieldFor(draft, guess, idea);
  const entries = field ? codesOf(draft, proposal, guess, field) : [];
  const called = field ? describedCodes(draft, proposal, guess.table, field.column.name) : new Map<string, string>();
  const lines = entries.map(({ code, label }) => {
    const word = suggest(label) ?? suggest(code.toLowerCase());
    const told = word === null ? 'TODO' : type.startsWith('readonly') ? `['${word}']` : `'${word}'`;
    // A national reason is a number, which nobody could confirm.
    const meaning = type === 'NeedCode' ? needTerms.find((term) => term.code === word)?.label : undefined;
    const suggested = meaning === undefined ? 'suggested' : `suggested, ${meaning}`;
    const behind = [word === null ? '' : suggested, called.get(code) ?? ''].filter((part) => part !== '').join(': ');
    return `    // ${quoted(code)}: ${told},${behind === '' ? '' : ` // ${behind}`}`;
  });
  return [
    '',
    `/** ${oneLine(guess.table.name)}.${oneLine(field?.column.name ?? '')} */`.replaceAll('*/ */', '*/'),
    `export const ${name} = codes<${type}, ${rest === '[]' ? 'readonly []' : rest}>(`,
    '  {',
    ...(lines.length > 0 ? lines : ['    // No codes were found: look them up in your system and write them here.']),
    '  },',
    `  { rest: ${rest} },`,
    ');',
  ].join('\n');
}

/** The codes from the enum, from the list the column refers to, or from the sample; `label` is used to suggest a word. */
function codesOf(
  draft: Draft,
  proposal: Proposal,
  { table }: TableGuess,
  field: Field,
): readonly Readonly<{ code: string; label: string }>[] {
  const named = draft.models.enums.find(({ name }) => name === field.type);
  if (named) return named.values.map(({ name, value }) => ({ code: name, label: value.toLowerCase() }));
  if (field.column.values) return field.column.values.map((code) => ({ code, label: code.toLowerCase() }));
  const found = draft.shapes.of(table, field.column.name).codes;
  const list = listOf(draft.shapes, proposal.references, table, field.column.name);
  if (list) {
    // Only from what is a list of codes: another table's keys may identify people.
    const labels = proposal.codes.some((known) => known.table === list.table) ? list.labels : new Map<string, string>();
    // A code that was removed from its list is still on file.
    const others = list.shared ? found.filter((code) => !labels.has(code)) : [];
    return [...labels.keys()].every((code) => code.length <= 24)
      ? [...labels, ...others.map((code) => [code, code.toLowerCase()] as const)].map(([code, label]) => ({
          code,
          label,
        }))
      : [];
  }
  // Values stored as 0 and 1 that Prisma reads as booleans reach the map as booleans.
  const read = field.type === 'Boolean' ? found.map((code) => ({ 0: 'false', 1: 'true' })[code] ?? code) : found;
  return read.map((code) => ({ code, label: code.toLowerCase() }));
}

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll(/\s/g, ' ')}'`;
