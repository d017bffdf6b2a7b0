/** What the runner gave the program cannot be what it should be: a file, an option. One sentence, which may be shown. */
export class InputFault extends Error {
  override readonly name = 'InputFault';
}
