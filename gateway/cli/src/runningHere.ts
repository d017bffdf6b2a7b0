import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoFolder } from './demo/DemoFolder.ts';

/** Where a hub that has its own database can be reached, for the commands that look into it: the demonstration's, or another. */
export type RunningHere = Readonly<{ url: string; databaseUrl: string }>;

const file = (): string => join(demoFolder(), 'running.json');

/** Tells other commands that a hub runs; the returned function takes it back. */
export function announceRunning(running: RunningHere): () => void {
  writeFileSync(file(), JSON.stringify(running), { mode: 0o600 });
  return () => rmSync(file(), { force: true });
}

/** The hub that runs from this folder with a database of its own; `undefined` where none does. */
export function runningHere(): RunningHere | undefined {
  if (!existsSync(file())) return undefined;
  const { url, databaseUrl }: RunningHere = JSON.parse(readFileSync(file(), 'utf8'));
  return { url, databaseUrl };
}
