import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoFolder, demoFolderHere } from './demo/DemoFolder.ts';

/** Where a hub that has its own database can be reached, for the commands that look into it: the demonstration's, or another. */
export type RunningHere = Readonly<{ url: string; databaseUrl: string }>;

const fileIn = (folder: string): string => join(folder, 'running.json');

/** Tells other commands that a hub runs; the returned function takes it back. */
export function announceRunning(running: RunningHere): () => void {
  const file = fileIn(demoFolderHere());
  writeFileSync(file, JSON.stringify(running), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** The hub that runs from this folder, or one above it, with a database of its own; `undefined` where none does. */
export function runningHere(): RunningHere | undefined {
  const file = fileIn(demoFolder());
  if (!existsSync(file)) return undefined;
  const { url, databaseUrl }: RunningHere = JSON.parse(readFileSync(file, 'utf8'));
  return { url, databaseUrl };
}
