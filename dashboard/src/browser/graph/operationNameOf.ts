import type { DocumentNode } from 'graphql';

/** The name of a document's operation; empty if it has none. */
export function operationNameOf(document: DocumentNode): string {
  for (const definition of document.definitions)
    if (definition.kind === 'OperationDefinition') return definition.name?.value ?? '';
  return '';
}
