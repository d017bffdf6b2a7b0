/**
 * A change that may or may not have been made: the connection to the database broke off during it, or only a part of it was stored. The
 * caller is not invited to try again, since it could then be made twice; a person has to look first.
 */
export class ChangeUnknown extends Error {
  constructor(cause: unknown) {
    super('The database failed during a change. It is not known whether the change was made.', { cause });
    this.name = 'ChangeUnknown';
  }
}
