import { keep } from '@accord/execution/keep';
import type { GraphQLSchema } from 'graphql';
import type { Limits } from './Limits.ts';
import { type ReadDocument, readDocument } from './readDocument.ts';

/** How many documents to cache, and how many characters in all: what is made of a document grows with its text. */
const [documentsKept, charactersKept] = [1_000, 1_000_000];

/** `readDocument` with one schema, cached by text. A text that is refused is read again. */
export const keepDocuments = (limits: Limits, schema: GraphQLSchema): ((query: string) => ReadDocument) =>
  keep((query) => readDocument(query, limits, schema), documentsKept, charactersKept);
