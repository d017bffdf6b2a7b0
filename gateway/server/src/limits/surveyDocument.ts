import { type DocumentNode, Kind, visit } from 'graphql';

/** What can be counted in a document as written, with fragments where they stand. */
export type Survey = Readonly<{
  /** Different aliases. */
  aliases: number;
  /** Most directives in one place. */
  directives: number;
  /** Levels of nested lists and objects, in arguments. */
  valueDepth: number;
}>;

/** Counts what is written. Cost: O(document). */
export function surveyDocument(document: DocumentNode): Survey {
  const aliases = new Set<string>();
  let [directives, valueDepth, depth] = [0, 0, 0];
  visit(document, {
    enter(node) {
      if ('directives' in node) directives = Math.max(directives, node.directives?.length ?? 0);
      if (node.kind === Kind.FIELD && node.alias) aliases.add(node.alias.value);
      if (node.kind === Kind.LIST || node.kind === Kind.OBJECT) valueDepth = Math.max(valueDepth, ++depth);
    },
    leave(node) {
      if (node.kind === Kind.LIST || node.kind === Kind.OBJECT) depth -= 1;
    },
  });
  return { aliases: aliases.size, directives, valueDepth };
}
