import { rm } from 'node:fs/promises';

/** Leaves nothing of the run: `beginRun.mjs`. */
export default async function endRun() {
  await rm(process.env.ACCORD_RUN_FOLDER, { recursive: true, force: true });
}
