import { isKnownTimeZone } from './instants.ts';
import type { LawReason, Profile } from './Profile.ts';
import { type ProfileFault, ProfileText, type Spot } from './ProfileText.ts';
import { codeAt, declared, type Need, noteMissing, noteUnlessCode } from './profileCodes.ts';
import { readCategories } from './readCategories.ts';
import { lawReaders } from './readLaw.ts';
import { readPurposes } from './readPurposes.ts';
import { ruleReasons } from './ruleReasons.ts';

/** What a profile must have to serve a contract. */
export type ProfileNeeds = Readonly<{
  categories: readonly Need[];
  purposes: readonly Need[];
  /** The one purpose that clients may claim. */
  clientAccess?: Need;
}>;

export type ParsedProfile =
  | Readonly<{ kind: 'PROFILE'; profile: Profile }>
  | Readonly<{ kind: 'REFUSED'; faults: readonly ProfileFault[] }>;

const NO_NEEDS: ProfileNeeds = { categories: [], purposes: [] };
/** The role in which the hub asks about everyone, and the default in cases that name no role. */
const CLIENT = 'CLIENT';

/**
 * Parses a profile from the text of its file, YAML or JSON (PROFILE.md). One that contradicts itself, or lacks what the
 * contract needs, is refused with every fault and its place.
 */
export function parseProfile(file: string, needs: ProfileNeeds = NO_NEEDS): ParsedProfile {
  const text = new ProfileText(file);
  if (text.faults().length > 0) return { kind: 'REFUSED', faults: text.faults() };
  const profile = readProfile(text, needs);
  const faults = text.faults();
  return faults.length > 0 ? { kind: 'REFUSED', faults } : { kind: 'PROFILE', profile };
}

function readProfile(text: ProfileText, needs: ProfileNeeds): Profile {
  const spots = text.fields(
    text.root,
    ['id', 'timeZone', 'purposes', 'clientAccess', 'categories', 'roles'],
    ['entities', 'bases', 'reasons', 'gates', 'laws', 'limits', 'silence', 'ownFileLimits'],
  );
  const timeZone = text.text(spots.timeZone) ?? 'UTC';
  if (!isKnownTimeZone(timeZone))
    text.note(spots.timeZone, `"${timeZone}" is no time zone; give an IANA name such as Australia/Melbourne.`);

  const categories = readCategories(text, spots.categories);
  const { codes: purposes, labels: purposeLabels } = readPurposes(text, spots.purposes);
  const roles = declared(text, spots.roles);
  const entities = declared(text, spots.entities);
  const bases = declared(text, spots.bases);
  const reasons = readReasons(text, spots.reasons);
  noteMissing(text, spots.categories, 'category', categories, needs.categories);
  noteMissing(text, spots.purposes, 'purpose', purposes, needs.purposes);
  noteMissing(text, spots.roles, 'role', roles, [{ code: CLIENT, because: 'everyone has unless said otherwise' }]);

  const clientAccess = codeAt(text, spots.clientAccess, purposes, 'purpose');
  const claimed = needs.clientAccess;
  if (claimed !== undefined && purposes.has(clientAccess) && clientAccess !== claimed.code)
    text.note(spots.clientAccess, `should be ${claimed.code}, which ${claimed.because}.`);

  const law = lawReaders(text, { purposes, categories, roles, entities, bases, reasons });
  return {
    id: text.text(spots.id) ?? '',
    timeZone,
    categories,
    purposes,
    purposeLabels,
    clientAccess,
    roles,
    entities,
    bases,
    reasons,
    gates: text.items(spots.gates).flatMap(law.readGate),
    laws: text.items(spots.laws).flatMap(law.readLaw),
    limits: text.items(spots.limits).map(law.readLimit),
    silence: text.items(spots.silence).map(law.readSilence),
    ownFileLimits: text.items(spots.ownFileLimits).map(law.readOwnFileLimit),
  };
}

function readReasons(text: ProfileText, spot: Spot): ReadonlyMap<LawReason, string> {
  const reasons = new Map<LawReason, string>();
  for (const [code, words, at] of text.entries(spot)) {
    if (Object.hasOwn(ruleReasons, code))
      text.note(at, `"${code}" is a reason of the rules themselves; give the law's another name.`);
    else noteUnlessCode(text, at, code);
    reasons.set(code, text.text(words) ?? '');
  }
  return reasons;
}
