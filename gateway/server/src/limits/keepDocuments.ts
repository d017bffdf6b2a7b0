import { keep } from '@accord/execution/keep';
import type { GraphQLSchema } from 'graphql';
import type { Limits } from './Limits.ts';
import { type ReadDocument, readDocument } from './readDocument.ts';

/** So many documents are kept, and so many characters of them all: what is made of one grows with its text. */
const [documentsKept, charactersKept] = [1_000, 1_000_000];

/** `readDocument` by one schema, once for each text. What is refused is read again. */
export const keepDocuments = (limits: Limits, schema: GraphQLSchema): ((query: string) => ReadDocument) =>
  keep((query) => readDocument(query, limits, schema), documentsKept, charactersKept);
