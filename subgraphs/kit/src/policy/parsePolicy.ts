import { type ProfileFault, ProfileText, type Spot } from '@accord/consent/ProfileText';
import { isCategory } from '@accord/contract/labels';
import { isRole } from '@accord/contract/roles';
import { purposeTerms } from '@accord/contract/vocabulary';
import { isScalar } from 'yaml';
import { isDay } from '../mapping/day.ts';
import type { NeverKind, Policy } from './Policy.ts';

/** What is wrong with a policy, and where in its text. */
export type PolicyFault = ProfileFault;

export type ParsedPolicy =
  | Readonly<{ kind: 'POLICY'; policy: Policy }>
  | Readonly<{ kind: 'REFUSED'; faults: readonly PolicyFault[] }>;

/** YAML's own end of a document. Without it a file that was half written would read as a policy that keeps back less. */
const end = /(?:^|\n)\.\.\.\s*$/;

/** A policy from the text of its file (YAML). One that has a fault is refused with every fault and its place. */
export function parsePolicy(file: string): ParsedPolicy {
  const text = new ProfileText(file);
  const isYaml = text.faults().length === 0;
  if (!end.test(file))
    text.note(
      { node: null, offset: file.length },
      'the last line should be "..."; without it, the file counts as half written.',
    );
  const policy = isYaml ? readPolicy(text) : undefined;
  const faults = text.faults();
  return policy === undefined || faults.length > 0 ? { kind: 'REFUSED', faults } : { kind: 'POLICY', policy };
}

function readPolicy(text: ProfileText): Policy {
  const spots = text.fields(
    text.root,
    [],
    ['off', 'aggregateOnly', 'consentedOnly', 'figures', 'never', 'partnershipCategories'],
  );
  const never = text.fields(spots.never, [], ['categories', 'records', 'before', 'after']);
  const ours = new Set(text.items(spots.partnershipCategories).flatMap((spot) => text.text(spot) ?? []));
  const [before, after] = [readDay(text, never.before), readDay(text, never.after)];
  if (before !== null && after !== null && before > after)
    text.note(never.after, `nothing is left between ${before} and ${after}; to release nothing, write "off: true".`);
  return {
    off: readOff(text, spots.off),
    aggregateOnly: text.flag(spots.aggregateOnly) ?? false,
    consentedOnly: text.flag(spots.consentedOnly) ?? false,
    figures: text.flag(spots.figures) ?? true,
    never: {
      kinds: text.items(never.categories).flatMap((spot) => readKinds(text, spot, ours)),
      records: new Set(text.items(never.records).flatMap((spot) => readNumber(text, spot) ?? [])),
      before,
      after,
    },
  };
}

function readOff(text: ProfileText, spot: Spot): Policy['off'] {
  if (spot.node === undefined) return null;
  const value = isScalar(spot.node) ? spot.node.value : undefined;
  if (typeof value === 'boolean') return value ? { reason: null } : null;
  const reason = typeof value === 'string' ? value.trim() : '';
  if (reason.includes(' ')) return { reason };
  text.note(spot, 'should be true, false, or the reason in a few words.');
  return { reason: null };
}

/** A kind by itself, or one or several kept from those who fit every list beside them. */
function readKinds(text: ProfileText, spot: Spot, ours: ReadonlySet<string>): readonly NeverKind[] {
  if (!text.hasFields(spot)) {
    const category = readCategory(text, spot, ours);
    return category === undefined ? [] : [{ category, agencies: [], purposes: [], roles: [] }];
  }
  const spots = text.fields(spot, ['categories'], ['agencies', 'purposes', 'roles']);
  const agencies = readList(text, spots.agencies, () => undefined);
  const purposes = readList(text, spots.purposes, (code) =>
    isPurpose(code)
      ? undefined
      : `"${code}" is not a purpose; use one of ${purposeTerms.map((one) => one.code).join(', ')}.`,
  );
  const roles = readList(text, spots.roles, (code) =>
    isRole(code) ? undefined : `"${code}" is not a role of the contract.`,
  );
  const categories = text.items(spots.categories);
  if (categories.length === 0) text.note(spots.categories, 'should name at least one category.');
  return categories.flatMap((one) => {
    const category = readCategory(text, one, ours);
    return category === undefined ? [] : [{ category, agencies, purposes, roles }];
  });
}

/** A misspelt category would keep nothing back, so one that nobody knows is a fault. */
function readCategory(text: ProfileText, spot: Spot, ours: ReadonlySet<string>): string | undefined {
  const code = text.text(spot);
  if (code === undefined || isCategory(code) || ours.has(code)) return code;
  text.note(
    spot,
    `"${code}" is not a category of the contract; name the partnership's own under "partnershipCategories".`,
  );
  return undefined;
}

/** INVARIANT: a list that is there and empty is a fault: left out, it would mean everybody. */
function readList(text: ProfileText, spot: Spot, faultOf: (code: string) => string | undefined): readonly string[] {
  const items = text.items(spot);
  if (spot.node !== undefined && items.length === 0)
    text.note(spot, 'should name at least one; for all, leave it out.');
  return items.flatMap((item) => {
    const code = text.text(item);
    const fault = code === undefined ? undefined : faultOf(code);
    if (fault !== undefined) text.note(item, fault);
    return code ?? [];
  });
}

/** A record's number, as it is written: `007` and `7` are two. */
function readNumber(text: ProfileText, spot: Spot): string | undefined {
  const { node } = spot;
  if (isScalar(node) && typeof node.value === 'number' && typeof node.source === 'string') return node.source;
  return text.text(spot);
}

function readDay(text: ProfileText, spot: Spot): string | null {
  const day = text.text(spot);
  if (day === undefined) return null;
  if (!isDay(day)) text.note(spot, 'should be a day, YYYY-MM-DD.');
  return day;
}

const isPurpose = (code: string): boolean => purposeTerms.some((one) => one.code === code);
