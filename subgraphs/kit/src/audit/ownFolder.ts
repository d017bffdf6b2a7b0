import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputFault } from '../command/InputFault.ts';

/** Only whoever runs the agency's program reads what it keeps. */
export const ownerOnly = 0o600;

/** The audit's folder, made where there is none. */
export const makeFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
};

/** Lines that become a file when all of them are there: whoever reads meanwhile finds the one before, or none. */
export class WholeFile {
  readonly #path: string;
  readonly #file: Awaited<ReturnType<typeof open>>;
  #waiting: string[] = [];
  #size = 0;

  private constructor(path: string, file: Awaited<ReturnType<typeof open>>) {
    this.#path = path;
    this.#file = file;
  }

  static async begin(path: string): Promise<WholeFile> {
    const part = `${path}.part`;
    await rm(part, { force: true });
    return new WholeFile(path, await open(part, 'wx', ownerOnly));
  }

  async line(text: string): Promise<void> {
    this.#waiting.push(text, '\n');
    this.#size += text.length;
    if (this.#size > 65_536) await this.#flush();
  }

  /** Puts the lines on the disk; the file that was there stays until `done`. */
  async written(): Promise<void> {
    await this.#flush();
    await this.#file.sync();
  }

  async done(): Promise<void> {
    await this.written();
    await this.#file.close();
    await rename(`${this.#path}.part`, this.#path);
  }

  /** Leaves the file that was there as it was. */
  async abandon(): Promise<void> {
    await this.#file.close().catch(() => {});
    await rm(`${this.#path}.part`, { force: true });
  }

  async #flush(): Promise<void> {
    const text = this.#waiting.join('');
    this.#waiting = [];
    this.#size = 0;
    await this.#file.appendFile(text);
  }
}

/** Runs `work` while no other audit writes there. Throws where one does. */
export async function alone<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  await makeFolder(dirname(path));
  const lock = await open(path, 'wx', ownerOnly).catch(() => {
    throw new InputFault(
      `Another audit is running, or one was interrupted. If none is running, delete ${path} and start again.`,
    );
  });
  try {
    return await work();
  } finally {
    await lock.close();
    await rm(path, { force: true });
  }
}
