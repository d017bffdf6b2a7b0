/** Something that was given to the program cannot be used: a file, an option. The message is one sentence that may be shown. */
export class InputFault extends Error {
  override readonly name = 'InputFault';
}
