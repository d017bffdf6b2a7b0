import { rm } from 'node:fs/promises';

/** Removes everything that the run made: see `beginRun.mjs`. */
export default async function endRun() {
  await rm(process.env.ACCORD_RUN_FOLDER, { recursive: true, force: true });
}
