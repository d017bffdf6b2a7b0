import { isFreeText, labelsOf, objectType } from '@accord/contract/labels';
import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { Mapping } from '../mapping/Mapping.ts';
import { onceARequest } from '../serve/onceARequest.ts';
import type { AgencyContext } from '../serve/recordResolvers.ts';
import { after } from './after.ts';
import { Held } from './guard.ts';
import { mentionOf } from './mentionOf.ts';

type Mentions = (text: string) => boolean;

/**
 * Withholds free text (`@freeText`) that holds the record's own address, telephone number or e-mail where that is not
 * released, or that holds what is disclosed to nobody (`Mapping.silent`). The whole text becomes null. Text is never
 * redacted by search and replace, because the rest could still give the place away. Changes the schema it is given, which
 * `guard` must have guarded.
 *
 * What the permit withholds is read only where such text was let through, and goes no further than this comparison. It is
 * loaded once per request for all records (`table`); where a mapping loads it with the record, in the same statement. Where
 * it cannot be loaded, the text is not served.
 */
export function withholdMentions(schema: GraphQLSchema, mentionsOf: MentionsOf): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields()).filter(isFreeText)) {
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: AgencyContext, info) =>
        after(resolve(source, args, context, info), (words) => {
          if (typeof words !== 'string' || words === '') return words;
          // INVARIANT: free text that belongs to no record is not served.
          if (!(source instanceof Held)) return null;
          return after(mentionsOf(source.of.number, context), (mentions) => (mentions(words) ? null : words));
        });
    }
  return schema;
}

/** For a record: whether a text holds what the permit withholds of it. */
export type MentionsOf = (record: string, context: AgencyContext) => Mentions | Promise<Mentions>;

/**
 * For a record: whether a text holds what the permit withholds of it. Worked out once per request; synchronous where
 * nothing is withheld.
 */
export function hiddenMentions(schema: GraphQLSchema, mapping: Mapping): MentionsOf {
  const labels = {
    line: labelsTo(schema, 'address', 'line'),
    phone: labelsTo(schema, 'contact', 'phone'),
    email: labelsTo(schema, 'contact', 'email'),
  };
  const every = [...new Set(Object.values(labels).flat())];

  const load = onceARequest(async (record, { releases, batch }): Promise<Mentions> => {
    const kinds = releases.kindsOf(record);
    const [line, phone, email] = [!kinds.hasAll(labels.line), !kinds.hasAll(labels.phone), !kinds.hasAll(labels.email)];
    const [address, contact, silent] = await Promise.all([
      line ? mapping.address?.of(record, batch) : null,
      phone || email ? mapping.contact?.of(record, batch) : null,
      mapping.silent?.of(record, batch),
    ]);
    const kept = {
      line: address?.line,
      ...(phone && { phone: contact?.phone }),
      ...(email && { email: contact?.email }),
    };
    const mentions = [kept, ...(silent ?? [])].map(mentionOf);
    return (text) => mentions.some((mention) => mention(text));
  });

  return (record, context) =>
    mapping.silent === undefined && context.releases.kindsOf(record).hasAll(every)
      ? nothingKept
      : load(record, context);
}

const nothingKept: Mentions = () => false;

/** Every category that must be permitted for a field of one part of a record. */
function labelsTo(schema: GraphQLSchema, part: string, name: string): readonly string[] {
  const record = objectType(schema, 'AgencyRecord');
  const place = record.getFields()[part];
  const type = objectType(schema, part === 'address' ? 'Address' : 'Contact');
  const field = type.getFields()[name];
  if (!place || !field) throw new Error(`The contract has no ${type.name}.${name} in AgencyRecord.${part}.`);
  return [...labelsOf(record, place), ...labelsOf(type, field)];
}
