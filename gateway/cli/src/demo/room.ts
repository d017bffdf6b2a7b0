import { mkdirSync, statfsSync } from 'node:fs';
import { StartFault } from '@accord/server/postgres/StartFault';

const megabyte = 1024 * 1024;
/** What a new demonstration of 5,000 people needs, with room to work. */
const neededMb = 400;
/** Below this PostgreSQL itself stops, with a different message. */
const fullMb = 40;

const freeMb = (folder: string): number => {
  mkdirSync(folder, { recursive: true });
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / megabyte);
};

/** Throws a `StartFault`, one sentence, if the disk does not have room for a new demonstration. */
export function assertRoom(folder: string): void {
  const free = freeMb(folder);
  if (free < neededMb)
    throw new StartFault(
      `The disk of ${folder} has ${free} MB free; a demonstration needs ${neededMb} MB. Free some space, or set ACCORD_HOME to a folder on another disk.`,
    );
}

/** The error to report: a full disk if that is the cause, otherwise the error itself. */
export const blameFullDisk = (folder: string, error: unknown): unknown =>
  freeMb(folder) < fullMb
    ? new StartFault(
        `The disk of ${folder} is full. Free some space and start again. Nothing that was written is lost.`,
      )
    : error;
