import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** An agency folder that takes part in the demonstration. */
export type DemoAgency = Readonly<{
  id: string;
  name: string;
  kind: string;
  entity: readonly string[];
  engine: 'postgresql' | 'sqlite';
  port: number;
  folder: string;
}>;

const subgraphs = fileURLToPath(new URL('../../../../subgraphs/', import.meta.url));

/**
 * The agencies of the demonstration, by port: every folder under `subgraphs/` whose package.json has an `accord.demo`. They run
 * as separate programs; nothing of theirs is imported.
 */
export function demoAgencies(): readonly DemoAgency[] {
  return readdirSync(subgraphs)
    .filter((id) => existsSync(join(subgraphs, id, 'package.json')))
    .flatMap((id): readonly DemoAgency[] => {
      const manifest: { accord?: { demo?: Omit<DemoAgency, 'id' | 'folder'> } } = JSON.parse(
        readFileSync(join(subgraphs, id, 'package.json'), 'utf8'),
      );
      const demo = manifest.accord?.demo;
      return demo ? [{ ...demo, id, folder: join(subgraphs, id) }] : [];
    })
    .sort((a, b) => a.port - b.port);
}
