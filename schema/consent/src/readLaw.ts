import { OBLIGATIONS } from './Decision.ts';
import type { Gate, Law, LawLimit, OwnFileLimit, Profile, SilenceName } from './Profile.ts';
import type { ProfileText, Spot } from './ProfileText.ts';
import { codeAt, codesAt } from './profileCodes.ts';

/** The codes of a profile that its law may name. */
export type LawCodes = Pick<Profile, 'purposes' | 'categories' | 'roles' | 'entities' | 'bases' | 'reasons'>;

/** Returns readers for the five kinds of law in a profile. Undeclared codes and unknown kinds are noted. */
export function lawReaders(text: ProfileText, { purposes, categories, roles, entities, bases, reasons }: LawCodes) {
  const purposesAt = (spot: Spot) => codesAt(text, spot, purposes, 'purpose');
  const reasonAt = (spot: Spot) => codeAt(text, spot, reasons, 'reason');
  const roleAt = (spot: Spot) => codeAt(text, spot, roles, 'role');

  const readGate = (spot: Spot): readonly Gate[] => {
    const kind = kindOf(text, spot, { entity: ['entity'], 'no-volunteers': [], relevance: [] }, ['purposes', 'reason']);
    if (kind === undefined) return [];
    const shared = { purposes: purposesAt(kind.spots.purposes), reason: reasonAt(kind.spots.reason) };
    if (kind.name !== 'entity') return [{ kind: kind.name, ...shared }];
    return [{ kind: 'entity', entity: codeAt(text, kind.spots.entity, entities, 'entity'), ...shared }];
  };
  const readLaw = (spot: Spot): readonly Law[] => {
    const kind = kindOf(
      text,
      spot,
      { role: ['role'], recorded: ['basis'] },
      ['purposes', 'reason', 'obligations'],
      ['tellPerson'],
    );
    if (kind === undefined) return [];
    const shared = {
      purposes: purposesAt(kind.spots.purposes),
      reason: reasonAt(kind.spots.reason),
      obligations: text.items(kind.spots.obligations).flatMap((each) => {
        const code = codeAt(text, each, new Set<string>(OBLIGATIONS), 'obligation');
        return OBLIGATIONS.filter((obligation) => obligation === code);
      }),
      ...(text.flag(kind.spots.tellPerson) === false && { tellPerson: false as const }),
    };
    return kind.name === 'role'
      ? [{ kind: 'role', role: roleAt(kind.spots.role), ...shared }]
      : [{ kind: 'recorded', basis: codeAt(text, kind.spots.basis, bases, 'kind of legal basis'), ...shared }];
  };
  const readLimit = (spot: Spot): LawLimit => {
    const { role, purposes: named, reason } = text.fields(spot, ['role', 'purposes', 'reason']);
    return { role: roleAt(role), purposes: purposesAt(named), reason: reasonAt(reason) };
  };
  const readSilence = (spot: Spot): SilenceName => {
    const { roles: named, purposes: during, reason } = text.fields(spot, ['roles', 'purposes', 'reason']);
    return { roles: codesAt(text, named, roles, 'role'), purposes: purposesAt(during), reason: reasonAt(reason) };
  };
  const readOwnFileLimit = (spot: Spot): OwnFileLimit => {
    const { roles: named, categories: closed } = text.fields(spot, ['roles', 'categories']);
    return { roles: codesAt(text, named, roles, 'role'), categories: codesAt(text, closed, categories, 'category') };
  };
  return { readGate, readLaw, readLimit, readSilence, readOwnFileLimit };
}

/** Returns the fields of a map whose `kind` says which fields it has. */
function kindOf<Kind extends string, Own extends string, Shared extends string>(
  text: ProfileText,
  spot: Spot,
  kinds: Readonly<Record<Kind, readonly Own[]>>,
  shared: readonly Shared[],
  optional: readonly Shared[] = [],
): Readonly<{ name: Kind; spots: Record<Own | Shared, Spot> }> | undefined {
  const at = text.entries(spot).find(([key]) => key === 'kind')?.[1];
  const names = Object.keys(kinds) as Kind[];
  const name = names.find((each) => at !== undefined && each === text.text(at));
  if (name === undefined) {
    text.note(at ?? spot, `should have as its kind one of ${names.join(', ')}.`);
    return undefined;
  }
  const spots = text.fields<string>(spot, ['kind', ...shared, ...kinds[name]], optional);
  return { name, spots: spots as Record<Own | Shared, Spot> };
}
