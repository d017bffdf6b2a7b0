/** What an agency knows of a client and encodes; null or empty where it does not know it. Nothing of it leaves the agency. */
export type LinkagePerson = Readonly<{
  given: string | null;
  family: string | null;
  /** Former names, nicknames. What an alias leaves out is as in the name. */
  alsoKnownAs: readonly Readonly<{ given: string | null; family: string | null }>[];
  /** `YYYY-MM-DD`; where less is known, `YYYY-MM`, `YYYY` or zeros in place of what is not. */
  dateOfBirth: string | null;
  /**
   * How good day, month and year are, in this order: A accurate, E an estimate, U unknown (METeOR 750410), so `EEA` for
   * a year that is known. Null where the agency keeps no indicator: the date is taken as it stands.
   */
  dobAccuracy: string | null;
  /** A code of the schema's table. */
  sex: string | null;
  suburb: string | null;
  postcode: string | null;
}>;
