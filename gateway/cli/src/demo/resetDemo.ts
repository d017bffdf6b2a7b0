import { rmSync } from 'node:fs';
import { demoFolderHere } from './DemoFolder.ts';

/** Removes a demonstration: its databases, keys and logs. */
export function resetDemo(): void {
  rmSync(demoFolderHere(), { recursive: true, force: true });
}
