/** Why the database could not be started or reached, in one sentence for the operator: what was found and what to do. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}
