import { isFreeText, labelsOf, objectType } from '@accord/contract/labels';
import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { Held } from './guard.ts';
import type { Mapping } from './Mapping.ts';
import { mentionOf, type Whereabouts } from './mentionOf.ts';
import type { AgencyContext } from './recordResolvers.ts';
import type { Batch } from './table.ts';

type Mentions = (text: string) => boolean;

/**
 * Withholds somebody's own words (`@freeText`) that hold the record's own address, telephone number or e-mail where that is not
 * released: null, the whole text. Words are never searched and replaced, because what is left could still tell. Changes the
 * schema it is given, which `guard` must have guarded.
 *
 * What the permit keeps back is loaded only where such words were let through, once a request for all records (`table`), and
 * goes no further than this comparison. Where it cannot be loaded, the words are not told.
 */
export function withholdMentions(schema: GraphQLSchema, mapping: Mapping): GraphQLSchema {
  const mentionsOf = hiddenMentions(schema, mapping);
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields()).filter(isFreeText)) {
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = async (source, args, context: AgencyContext, info) => {
        const words: unknown = await resolve(source, args, context, info);
        if (typeof words !== 'string' || words === '') return words;
        // INVARIANT: words that belong to no record are nobody's to tell.
        if (!(source instanceof Held)) return null;
        return (await mentionsOf(source.record, context))(words) ? null : words;
      };
    }
  return schema;
}

/** For a record: whether words hold what the permit keeps back of it. Found out once a request. */
function hiddenMentions(schema: GraphQLSchema, mapping: Mapping) {
  const known = new WeakMap<Batch, Map<string, Promise<Mentions>>>();
  const labels = {
    line: labelsTo(schema, 'address', 'line'),
    phone: labelsTo(schema, 'contact', 'phone'),
    email: labelsTo(schema, 'contact', 'email'),
  };

  const load = async (record: string, { releases, batch }: AgencyContext): Promise<Mentions> => {
    const isHidden = (part: keyof Whereabouts): boolean =>
      !labels[part].every((category) => releases.permits(record, category));
    const [address, contact] = await Promise.all([
      isHidden('line') ? mapping.address?.of(record, batch) : null,
      isHidden('phone') || isHidden('email') ? mapping.contact?.of(record, batch) : null,
    ]);
    return mentionOf({
      line: address?.line,
      ...(isHidden('phone') && { phone: contact?.phone }),
      ...(isHidden('email') && { email: contact?.email }),
    });
  };

  return (record: string, context: AgencyContext): Promise<Mentions> => {
    const ofBatch = known.get(context.batch) ?? new Map<string, Promise<Mentions>>();
    known.set(context.batch, ofBatch);
    const mentions = ofBatch.get(record) ?? load(record, context);
    ofBatch.set(record, mentions);
    return mentions;
  };
}

/** Every category that must be permitted for a field of a part of a record. */
function labelsTo(schema: GraphQLSchema, part: string, name: string): readonly string[] {
  const record = objectType(schema, 'AgencyRecord');
  const place = record.getFields()[part];
  const type = objectType(schema, part === 'address' ? 'Address' : 'Contact');
  const field = type.getFields()[name];
  if (!place || !field) throw new Error(`The contract has no ${type.name}.${name} in AgencyRecord.${part}.`);
  return [...labelsOf(record, place), ...labelsOf(type, field)];
}
