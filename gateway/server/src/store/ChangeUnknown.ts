/**
 * A change during which the connection to the database broke off, or of which a part was kept: it may have been made or not. Nobody is told to ask again in a moment, as
 * it could be made twice; a person looks first.
 */
export class ChangeUnknown extends Error {
  constructor(cause: unknown) {
    super('The database failed during a change. It is not known whether the change was made.', { cause });
    this.name = 'ChangeUnknown';
  }
}
