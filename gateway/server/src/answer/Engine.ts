import type { GraphQLFormattedError } from 'graphql';
import type { ReadDocument } from '../limits/readDocument.ts';
import type { LogFault } from './FaultLog.ts';
import type { Asked } from './Incoming.ts';

/** An answer as it goes out: the HTTP status, and JSON. `busy`: the error in it that passes, and may be asked for again (`isBusy`). */
export type Said = Readonly<{ status: number; body: string; busy?: GraphQLFormattedError }>;

/**
 * Answers one operation, rooms 3 to 8: validates, plans, runs, and writes the answer. What goes wrong is an answer too, with errors in it.
 *
 * There are two, `ownEngine` and `apolloEngine`, which answer alike to the byte (`ownEngine.test.ts`).
 */
export type Engine<Context> = Readonly<{
  answer(asked: Asked, read: ReadDocument, context: Context): Promise<Said>;
  /** Makes ready what an answer needs that hangs on the document alone, before anybody asks; nothing where that cannot be done. Never rejects. */
  prepare(operationName: string | undefined, read: ReadDocument): Promise<void>;
  stop(): Promise<void>;
}>;

/** What both take. */
export type EngineParts<Context> = Readonly<{
  /** Introspection, and errors that tell what names there are. */
  development: boolean;
  logFault: LogFault;
  /** What an answer tells beside its data and errors; an empty object: nothing. */
  extensionsOf: (context: Context) => Readonly<Record<string, unknown>>;
}>;
