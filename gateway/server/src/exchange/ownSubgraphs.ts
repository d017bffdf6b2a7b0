import { readSubgraph } from '@accord/contract/readSubgraph';
import type { GraphQLSchema } from 'graphql';
import type { ModuleRevision, ModulesOnFile } from '../store/modules.ts';
import type { LogicalSubgraph } from './Exchange.ts';

/**
 * The partnership's own modules in every revision on file, by the name of their logical subgraph.
 *
 * An agency with any other revision is not asked: it serves something that was withdrawn.
 */
export function ownSubgraphs({ current, revisions }: ModulesOnFile): ReadonlyMap<string, LogicalSubgraph> {
  return new Map(
    current.map((newest) => [
      newest.name,
      ofRevisions(
        newest,
        revisions.filter(({ name }) => name === newest.name),
      ),
    ]),
  );
}

function ofRevisions(newest: ModuleRevision, revisions: readonly ModuleRevision[]): LogicalSubgraph {
  const schema = readSubgraph(newest);
  const older = new Map<number, GraphQLSchema>();
  return {
    module: newest.name,
    schema,
    versionOf: (partner) => {
      const revision = partner.moduleRevisions?.[newest.name];
      if (revision === newest.revision) return { version: String(revision), schema };
      const known = revisions.find((one) => one.revision === revision);
      if (revision === undefined || !known) return undefined;
      const read = older.get(revision) ?? readSubgraph(known);
      older.set(revision, read);
      return { version: String(revision), schema: read };
    },
  };
}
