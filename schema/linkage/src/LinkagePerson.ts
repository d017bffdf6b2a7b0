/** What an agency knows about a client and encodes; null or empty where it does not know. None of this leaves the agency. */
export type LinkagePerson = Readonly<{
  given: string | null;
  family: string | null;
  /** Former names and nicknames. Where an alias leaves out a name, the person's own counts. */
  alsoKnownAs: readonly Readonly<{ given: string | null; family: string | null }>[];
  /** `YYYY-MM-DD`; where less is known, `YYYY-MM`, `YYYY`, or zeros in place of what is unknown. */
  dateOfBirth: string | null;
  /**
   * The accuracy of day, month and year, in this order: A accurate, E an estimate, U unknown (METeOR 750410). `EEA`, for
   * example, is a date of which only the year is known. Null where the agency keeps no indicator: the date is then taken as
   * accurate.
   */
  dobAccuracy: string | null;
  /** A code of the schema's table. */
  sex: string | null;
  suburb: string | null;
  postcode: string | null;
}>;
