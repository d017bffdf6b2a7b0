import { pino } from 'pino';
import { createAgency } from './createAgency.ts';
import type { Mapping } from './Mapping.ts';
import { readRunSettings, readSyncSettings } from './readSettings.ts';
import { showProgress } from './showProgress.ts';
import { syncAgency } from './syncAgency.ts';

/** An agency's mapping over an open database, and how to close it. */
export type OpenAgency = Readonly<{ mapping: Mapping; close(): Promise<void> }>;

/**
 * The agency's program: without a word it serves until it is told to stop (SIGTERM, SIGINT, or whoever started it ends), with the
 * word `sync` it announces what is new of its records to the hub and ends; with `sync --whole` it compares all of them.
 *
 * What goes wrong at start is one sentence on standard error, and exit code 1.
 */
export async function runAgency(
  open: () => Promise<OpenAgency>,
  words: readonly string[] = process.argv.slice(2),
): Promise<void> {
  try {
    if (words[0] === 'sync') await sync(open, words);
    else await serve(open);
  } catch (error) {
    console.error(
      error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error)
        ? error.message
        : error,
    );
    process.exitCode = 1;
    if (process.connected) process.disconnect();
  }
}

async function sync(open: () => Promise<OpenAgency>, words: readonly string[]): Promise<void> {
  const settings = readSyncSettings(process.env);
  const { mapping, close } = await open();
  try {
    const { looked, announced, removed } = await syncAgency(mapping, settings, {
      whole: words.includes('--whole'),
      progress: showProgress(mapping.id),
    });
    console.log(`${mapping.id}: ${looked} records looked at, ${announced} announced, ${removed} taken back.`);
  } finally {
    await close();
    if (process.connected) process.disconnect();
  }
}

async function serve(open: () => Promise<OpenAgency>): Promise<void> {
  const { host, port, hubKey, linkageSecret } = readRunSettings(process.env);
  const { mapping, close } = await open();
  const http = await createAgency(mapping, {
    hubKey,
    linkageSecret,
    clock: () => new Date(),
    log: pino({ name: mapping.id }),
  });
  const stop = once(async () => {
    await http.close();
    await close();
    if (process.connected) process.disconnect();
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  // Started by another program: end with it, however it ends.
  process.once('disconnect', stop);
  try {
    console.log(`${mapping.id} listens on ${await http.listen({ host, port })}`);
  } catch (error) {
    await stop();
    const inUse = typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'EADDRINUSE';
    throw inUse
      ? new Error(`Port ${port} is in use by another program. Stop that program, or set ACCORD_PORT to a free port.`)
      : error;
  }
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}
