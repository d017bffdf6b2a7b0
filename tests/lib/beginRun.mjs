import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';

const memory = '/dev/shm';
const enough = 4 * 1024 ** 3;
const name = 'accord-run-';

/**
 * Makes one folder for everything that this run of the tests writes; `endRun.mjs` removes it. It is in memory if there is
 * enough: each test file makes dozens of databases, and the disk is the slowest part of that.
 */
export default async function beginRun() {
  for (const place of new Set([memory, tmpdir()])) removeLeftOvers(place);
  const folder = (hasRoom(memory) && madeIn(memory)) || madeIn(tmpdir());
  if (!folder) throw new Error(`In ${tmpdir()} no program may be run; set TMPDIR to a folder where it may.`);
  process.env.ACCORD_RUN_FOLDER = folder;
  process.env.TMPDIR = folder;
  // Unpacked once here: two suites that did it at the same time would each find the other's half-unpacked files.
  await chromium.executablePath();
}

function hasRoom(place) {
  try {
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize >= enough;
  } catch {
    return false;
  }
}

/** The new folder; undefined if none can be made, or if programs cannot be run from it, as the tests' browser must be. */
function madeIn(place) {
  let folder;
  try {
    folder = mkdtempSync(join(place, `${name}${process.pid}-`));
    // If the tests are run by root, PostgreSQL runs as a user of its own.
    chmodSync(folder, 0o755);
    const program = join(folder, 'try.sh');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    execFileSync(program);
    return folder;
  } catch {
    if (folder) rmSync(folder, { recursive: true });
    return undefined;
  }
}

/** Removes folders that killed runs left there. */
function removeLeftOvers(place) {
  for (const entry of entriesOf(place)) {
    const [, pid] = entry.name.match(`^${name}(\\d+)-`) ?? [];
    if (entry.isDirectory() && pid && !isRunning(Number(pid)))
      rmSync(join(place, entry.name), { recursive: true, force: true });
  }
}

function entriesOf(place) {
  try {
    return readdirSync(place, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
