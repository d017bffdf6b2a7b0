import type { PeriodInput } from '@accord/contract/generated/api';
import { endOf } from '@accord/quality/audit/cellOf';
import { monthsIn, windowBetween } from '@accord/quality/audit/closedWindows';
import type { Window } from '@accord/quality/reaudit/Audit';
import type { Missing } from '@accord/quality/suppression/combineAgencies';
import type { PublishedTable } from '@accord/quality/suppression/PublishedTable';
import { CallerFault } from '../../CallerFault.ts';
import type { Fetch } from '../../exchange/Exchange.ts';
import type { Partner } from '../../identity/Requester.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { RuleSets } from '../../store/ruleSets.ts';
import { publishedTable } from './publishedTable.ts';

export type AuditParts = Readonly<{
  store: Readonly<{ ruleSets: RuleSets }>;
  /** Makes one fetch to the agencies' core, like those of the query planner: scattered, permitted, gathered. */
  askAgencies: (fetch: Fetch, context: RequestContext) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}>;

export type Asked = Readonly<{ category: string; window: Window; rules: string; agencies?: readonly string[] | null }>;

/** What one agency published, or why there is nothing of it; with the rules that it used, if those differ. */
export type Gathered = Readonly<{ partner: Partner }> &
  (
    | Readonly<{ table: PublishedTable; publishedOn: string; lookedAgain: readonly string[] }>
    | Readonly<{ missing: Missing; rules?: string }>
  );

const query = `query ($representations: [_Any!]!, $category: AlertCode!, $window: PeriodInput!, $rules: String!) {
  _entities(representations: $representations) { ... on Agency {
    audit(category: $category, window: $window, rules: $rules) { state rules publishedOn lookedAgain groups { at count } } } } }`;
const mostMonths = 12;

/** Returns the window that was asked for: whole months, a year at most. Throws `ARGUMENT_REFUSED`. */
export function windowOf(name: string, { from, to }: PeriodInput): Window {
  const window = windowBetween({ from, to });
  if (!window || monthsIn(window) > mostMonths)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `"${name}" must run from the first day of a month to the last day of the same or a later month, for a year at most.`,
    );
  return window;
}

/** Asks each of the agencies what it published. Throws `ARGUMENT_REFUSED` for an unknown category or agency. */
export async function gatherAudits(
  { category, window, rules, agencies }: Asked,
  { askAgencies }: AuditParts,
  context: RequestContext,
): Promise<readonly Gathered[]> {
  if (!context.words.alerts.has(category))
    throw new CallerFault('ARGUMENT_REFUSED', 'There is no such alert category.');
  const partners = partnersOf(agencies, context);
  const entities = await askAgencies(
    {
      query,
      variables: {
        representations: partners.map(({ id }) => ({ __typename: 'Agency', id })),
        ...{ category, window: { from: `${window.first}-01`, to: endOf(window) }, rules },
      },
    },
    context,
  );
  return partners.map((partner, nth) => readAnswer(partner, entities[nth]?.audit, { window, rules }, context));
}

function partnersOf(agencies: readonly string[] | null | undefined, { partners }: RequestContext): readonly Partner[] {
  const active = [...partners.values()]
    .filter(({ state }) => state === 'ACTIVE')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (!agencies) return active;
  if (!agencies.every((id) => active.some((partner) => partner.id === id)))
    throw new CallerFault('ARGUMENT_REFUSED', 'There is no such agency.');
  return active.filter(({ id }) => agencies.includes(id));
}

function readAnswer(
  partner: Partner,
  answer: unknown,
  { window, rules }: Pick<Asked, 'window' | 'rules'>,
  { sources }: RequestContext,
): Gathered {
  if (sources.isVetoed(partner.id)) return { partner, missing: 'VETOED' };
  if (sources.misses(partner.id)) return { partner, missing: 'UNREACHABLE' };
  if (typeof answer !== 'object' || answer === null)
    return { partner, missing: knowsAudits(partner) ? 'NOT_AGREED' : 'OLDER_CONTRACT' };
  const told = (name: string): unknown => Reflect.get(answer, name);
  if (told('state') === 'NOT_AUDITED') return { partner, missing: 'NOT_AUDITED' };
  if (told('state') === 'OTHER_RULES') return { partner, missing: 'OTHER_RULES', rules: String(told('rules')) };
  const again = told('lookedAgain');
  const lookedAgain = Array.isArray(again) ? again.map(String) : [];
  const table =
    told('state') === 'PUBLISHED' && told('rules') === rules && publishedTable(window, lookedAgain, told('groups'));
  if (table) return { partner, table, publishedOn: String(told('publishedOn')), lookedAgain };
  sources.note(partner.id, 'INVALID', true);
  return { partner, missing: 'UNREACHABLE' };
}

/** Agencies publish audits from contract 1.2 on. */
const knowsAudits = ({ contractVersion }: Partner): boolean =>
  contractVersion.localeCompare('1.2', 'en', { numeric: true }) >= 0;
