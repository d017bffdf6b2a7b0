/** Thrown for outside input that cannot be what it claims to be. The message may be shown: it holds no value from the input. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  /** The path of the fault, for example `consents[0].rule.except[1].categories`. */
  readonly path: string;

  constructor(path: string, sentence: string) {
    super(`${path}: ${sentence}`);
    this.path = path;
  }
}
