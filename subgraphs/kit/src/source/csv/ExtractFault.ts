/**
 * Why an extract cannot be taken, or not be told: one sentence with file, line and column, for whoever runs the agency. Never a value
 * out of a row, nor what stands in a header that may be a row.
 */
export class ExtractFault extends Error {
  override readonly name = 'ExtractFault';
}
