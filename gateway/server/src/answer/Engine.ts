import type { GraphQLFormattedError } from 'graphql';
import type { ReadDocument } from '../limits/readDocument.ts';
import type { LogFault } from './FaultLog.ts';
import type { Asked } from './Incoming.ts';

/**
 * An answer as it goes out: HTTP status and JSON body. `busy` is an error in it that is only temporary, so the caller may try again
 * (`isBusy`).
 */
export type Said = Readonly<{ status: number; body: string; busy?: GraphQLFormattedError }>;

/**
 * Answers one operation, rooms 3 to 8: validates, plans, runs, and writes the answer. A failure is also returned as an answer, with errors
 * in it.
 *
 * There are two engines, `ownEngine` and `apolloEngine`, whose answers are the same to the byte (`ownEngine.test.ts`).
 */
export type Engine<Context> = Readonly<{
  answer(asked: Asked, read: ReadDocument, context: Context): Promise<Said>;
  /** Prepares, before anyone asks, whatever depends on the document alone. Does nothing where that is not possible. Never rejects. */
  prepare(operationName: string | undefined, read: ReadDocument): Promise<void>;
  stop(): Promise<void>;
}>;

/** The settings both engines take. */
export type EngineParts<Context> = Readonly<{
  /** Allows introspection, and errors that suggest names from the schema. */
  development: boolean;
  logFault: LogFault;
  /** What goes into `extensions` of an answer; nothing if the object is empty. */
  extensionsOf: (context: Context) => Readonly<Record<string, unknown>>;
}>;
