/**
 * The client under whose id something was put on file, and that client's new epoch. It is another id than was given where the client's file
 * has meanwhile become part of another.
 */
export type PutOnFile = Readonly<{ clientId: string; epoch: number }>;
