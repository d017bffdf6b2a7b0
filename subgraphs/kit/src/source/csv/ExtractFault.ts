/**
 * Why an extract cannot be used or served: one sentence with file, line and column, for the people who run the agency.
 * Never a value from a row, nor the text of a header, which may be a row.
 */
export class ExtractFault extends Error {
  override readonly name = 'ExtractFault';
}
