/** Why the database could not be started or reached, in one sentence for whoever runs the hub: what was found, what to do. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}
