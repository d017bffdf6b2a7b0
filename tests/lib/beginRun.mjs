import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';

const memory = '/dev/shm';
const enough = 4 * 1024 ** 3;
const name = 'accord-run-';

/**
 * One folder for whatever this run of the tests writes; it goes away with the run (`endRun.mjs`). In memory where there is
 * plenty: dozens of databases are made for one test file each, and the disk is the slowest part of that.
 */
export default async function beginRun() {
  for (const place of new Set([memory, tmpdir()])) removeLeftOvers(place);
  const folder = (hasRoom(memory) && madeIn(memory)) || madeIn(tmpdir());
  if (!folder) throw new Error(`In ${tmpdir()} no program may be run; set TMPDIR to a folder where it may.`);
  process.env.ACCORD_RUN_FOLDER = folder;
  process.env.TMPDIR = folder;
  // Unpacked once, before two suites would do it at the same time, each finding half of the other's.
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

/** Undefined where no folder can be made, or none from which a program can be run, as the tests' browser is. */
function madeIn(place) {
  let folder;
  try {
    folder = mkdtempSync(join(place, `${name}${process.pid}-`));
    // PostgreSQL has a user of its own where the tests are run by root.
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

/** What runs that were killed left there. */
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
