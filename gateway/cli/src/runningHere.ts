import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoFolder, demoFolderHere } from './demo/DemoFolder.ts';

/** Where a running hub with its own database can be reached by commands that read it: the demonstration's, or another. */
export type RunningHere = Readonly<{ url: string; databaseUrl: string }>;

const fileIn = (folder: string): string => join(folder, 'running.json');

/** Tells other commands that a hub is running; the returned function takes that back. */
export function announceRunning(running: RunningHere): () => void {
  const file = fileIn(demoFolderHere());
  writeFileSync(file, JSON.stringify(running), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** The running hub with its own database, from this folder or one above it; `undefined` if there is none. */
export function runningHere(): RunningHere | undefined {
  const file = fileIn(demoFolder());
  if (!existsSync(file)) return undefined;
  const { url, databaseUrl }: RunningHere = JSON.parse(readFileSync(file, 'utf8'));
  return { url, databaseUrl };
}
