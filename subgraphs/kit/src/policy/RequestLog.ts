import { chmod, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PermitRequester, Release } from '@accord/contract/permit';
import { InputFault } from '../command/InputFault.ts';

/** What became of a request. */
export type RequestOutcome =
  | 'ANSWERED'
  | 'PARTIAL'
  | 'FAILED'
  | 'OFF'
  | 'AGGREGATE_ONLY'
  | 'POLICY_FAULTY'
  | 'RATE_LIMITED'
  | 'TOO_MANY_RECORDS'
  | 'BUSY'
  | 'TOOK_TOO_LONG'
  | 'PERMIT_MISSING'
  | 'PERMIT_REFUSED'
  | 'KEY_UNKNOWN'
  | 'OPERATION_REFUSED';

/** One request, as the agency itself writes it down: numbers and codes, never a name or a value. */
export type RequestEntry = Readonly<{
  at: string;
  /** The hub's own id of the permit; null where there was none that was good. */
  permit: string | null;
  requester: PermitRequester | null;
  door: 'RECORDS' | 'ENCODE' | 'WRITE';
  figures: boolean;
  /** What the permit would have released, what of it was there and was told, and what the policy kept back. */
  asked: readonly Release[];
  told: readonly Release[];
  withheld: readonly Release[];
  outcome: RequestOutcome;
  milliseconds: number;
}>;

const nameOf = (day: string): string => `requests-${day}.jsonl`;
/** The days' files, as they are called. */
export const isLogFile = (name: string): boolean => /^requests-\d{4}-\d\d-\d\d\.jsonl$/.test(name);
export const dayOfFile = (name: string): string => name.slice('requests-'.length, -'.jsonl'.length);
const newline = 10;
const dayMs = 86_400_000;

type Waiting = Readonly<{ day: string; line: string; written: () => void; failed: (error: unknown) => void }>;

/**
 * The agency's own record of who asked, a file a day (in UTC), readable by its owner only; files older than `daysKept` are removed.
 *
 * `append` comes back when the line is on the disk: what waits is written together. A line that a kill cut short is left as it
 * is, and the next begins on a line of its own.
 */
export class RequestLog {
  readonly #folder: string;
  readonly #daysKept: number;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #day = '';

  private constructor(folder: string, daysKept: number) {
    this.#folder = folder;
    this.#daysKept = daysKept;
  }

  /** Opens the log in a folder, which is made where it is not there. Throws where nothing can be written in it. */
  static async open({ folder, daysKept }: Readonly<{ folder: string; daysKept: number }>): Promise<RequestLog> {
    const log = new RequestLog(folder, daysKept);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await log.#write(new Date().toISOString().slice(0, 10), '');
    } catch (error) {
      throw new InputFault(`This program cannot write in ${folder}. Set ACCORD_REQUEST_LOG to a folder of its own.`, {
        cause: error,
      });
    }
    return log;
  }

  append(entry: RequestEntry): Promise<void> {
    return new Promise<void>((written, failed) => {
      this.#waiting.push({ day: entry.at.slice(0, 10), line: `${JSON.stringify(entry)}\n`, written, failed });
      this.#writing ??= this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const day = this.#waiting[0]?.day ?? '';
      const now = this.#waiting.filter((one) => one.day === day);
      this.#waiting = this.#waiting.filter((one) => one.day !== day);
      try {
        await this.#write(day, now.map(({ line }) => line).join(''));
        for (const { written } of now) written();
      } catch (error) {
        for (const { failed } of now) failed(error);
      }
    }
    this.#writing = undefined;
  }

  async #write(day: string, lines: string): Promise<void> {
    const path = join(this.#folder, nameOf(day));
    const file = await open(path, 'a+', 0o600);
    try {
      if (day !== this.#day) {
        await chmod(path, 0o600);
        await this.#removeOld(day);
      }
      const { size } = await file.stat();
      const end = new Uint8Array(1);
      if (size > 0) await file.read(end, 0, 1, size - 1);
      const cut = size > 0 && end[0] !== newline;
      await file.appendFile(cut ? `\n${lines}` : lines);
      await file.datasync();
      this.#day = day;
    } finally {
      await file.close();
    }
  }

  async #removeOld(today: string): Promise<void> {
    const oldest = new Date(Date.parse(today) - this.#daysKept * dayMs).toISOString().slice(0, 10);
    for (const name of await readdir(this.#folder))
      if (isLogFile(name) && dayOfFile(name) < oldest) await rm(join(this.#folder, name), { force: true });
  }
}
