import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoFolder } from './DemoFolder.ts';

/** Where a running demonstration can be reached, for the commands that look into it. */
export type RunningDemo = Readonly<{ url: string; databaseUrl: string }>;

const file = (): string => join(demoFolder(), 'running.json');

/** Tells other commands that a demonstration runs; the returned function takes it back. */
export function announceRunning(running: RunningDemo): () => void {
  writeFileSync(file(), JSON.stringify(running), { mode: 0o600 });
  return () => rmSync(file(), { force: true });
}

/** The demonstration that runs from this folder or one above it; `undefined` where none does. */
export function runningDemo(): RunningDemo | undefined {
  if (!existsSync(file())) return undefined;
  const { url, databaseUrl }: RunningDemo = JSON.parse(readFileSync(file(), 'utf8'));
  return { url, databaseUrl };
}
