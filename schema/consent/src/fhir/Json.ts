export type Json = Readonly<Record<string, unknown>>;

/** Returns the object without undefined fields: FHIR's JSON has no null and no empty field. */
export function withoutGaps(object: Json): Json {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
