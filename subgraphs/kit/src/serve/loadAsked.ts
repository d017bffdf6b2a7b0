import { carriesAbout, isForOwnAgency, isFreeText, labelsOf, objectType } from '@accord/contract/labels';
import { type GraphQLResolveInfo, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { isReleased } from '../guard/guard.ts';
import type { MentionsOf } from '../guard/withholdMentions.ts';
import { type Asked, askedOfRecord } from './askedOfRecord.ts';
import type { AgencyContext, recordResolvers } from './recordResolvers.ts';

/** What the guard checks for a field of a record, and which of the fields requested below it hold free text. */
type Guarded = Readonly<{
  name: string;
  labels: readonly string[];
  ownOnly: boolean;
  byItem: boolean;
  words: readonly string[];
}>;

/**
 * Loads everything that is both requested of a record and released, once and together, before its fields are resolved, so
 * that no field waits on its own. What the guard would not let through is not loaded; a failure is reported by the field
 * that requested it.
 *
 * Where free text is let through that may mention withheld values (`withholdMentions`), those are loaded too.
 */
export function loadAsked(parts: ReturnType<typeof recordResolvers>, mentionsOf: MentionsOf) {
  const known = new WeakMap<Asked, readonly Guarded[]>();
  const guardedOf = (info: GraphQLResolveInfo): readonly Guarded[] => {
    const asked = askedOfRecord(info);
    const found = known.get(asked) ?? guardedFields(info.schema, asked);
    known.set(asked, found);
    return found;
  };
  return async (number: string, context: AgencyContext, info: GraphQLResolveInfo): Promise<void> => {
    const kinds = context.releases.kindsOf(number);
    const fields = guardedOf(info).filter(({ labels, ownOnly }) => !ownOnly && kinds.hasAll(labels));
    const loaded = await Promise.allSettled(fields.map(({ name }) => parts[name]?.({ number }, {}, context)));
    const areWords = fields.some(({ words, byItem }, nth) => {
      const part = loaded[nth];
      if (words.length === 0 || part?.status !== 'fulfilled') return false;
      return valuesIn(part.value).some((value) => (!byItem || isReleased(value, kinds)) && holdsWords(value, words));
    });
    if (areWords) await Promise.allSettled([mentionsOf(number, context)]);
  };
}

function guardedFields(schema: GraphQLSchema, asked: Asked): readonly Guarded[] {
  const record = objectType(schema, 'AgencyRecord');
  return [...asked].flatMap(([name, below]) => {
    const field = record.getFields()[name];
    if (!field) return [];
    const type = getNamedType(field.type);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    const words = fields.filter((one) => below.has(one.name) && isFreeText(one)).map((one) => one.name);
    const labels = labelsOf(record, field);
    return [{ name, labels, ownOnly: isForOwnAgency(field), byItem: carriesAbout(type), words }];
  });
}

const valuesIn = (part: unknown): readonly unknown[] => (Array.isArray(part) ? part : [part]);

/** Whether any of these fields of a value is a text. */
function holdsWords(value: unknown, fields: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return fields.some((field) => {
    const words: unknown = Reflect.get(value, field);
    return typeof words === 'string' && words !== '';
  });
}
