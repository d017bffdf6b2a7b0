/** Under which id something was put on file, that of another file where the client's became part of it meanwhile; and their new epoch. */
export type PutOnFile = Readonly<{ clientId: string; epoch: number }>;
