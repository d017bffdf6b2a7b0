/** The columns that an extract must have, in any order. */
export const extractColumns = [
  'id',
  'given_name',
  'family_name',
  'date_of_birth',
  'sex',
  'suburb',
  'postcode',
] as const;

/** Columns that are used if they are there. */
export const optionalColumns = ['dob_accuracy', 'other_given_name', 'other_family_name'] as const;
