/**
 * A fault that the person running a command can mend: a setting, a file, a database that does not answer. One sentence,
 * which may be shown.
 */
export class InputFault extends Error {
  override readonly name = 'InputFault';
}
