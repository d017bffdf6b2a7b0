import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PromptAnswer } from '@accord/contract/generated/api';
import { InputFault } from '../command/InputFault.ts';
import type { AlertDraft } from '../mapping/defineWrites.ts';

type By = Readonly<{ user: string; role: string; at: string }>;

/** An answer to a prompt. */
export type AnsweredEntry = By &
  Readonly<{
    kind: 'ANSWERED';
    order: string;
    digest: string;
    record: string;
    prompt: string;
    code: string;
    answer: PromptAnswer;
    reason: string;
    on: string;
  }>;
/** An alert that waits for a lead. */
export type WaitsEntry = By &
  Readonly<{ kind: 'WAITS'; order: string; digest: string; record: string; on: string; draft: AlertDraft }>;
/** What a lead said to it. */
export type DecidedEntry = By & Readonly<{ kind: 'RAISED' | 'RETURNED'; order: string; reason: string | null }>;
export type BookEntry = AnsweredEntry | WaitsEntry | DecidedEntry;

/** An alert that waits, or what became of it. */
export type Waiting = WaitsEntry & Readonly<{ decided: DecidedEntry | null }>;

const newline = 10;

/**
 * What this program keeps for its agency: answers to prompts, and alerts that wait for a lead. A file of lines of JSON, only added to,
 * readable by its owner only.
 *
 * It holds the agency's own words about its own people, so it is kept where its records are kept. `add` comes back when the line is on the disk. Several
 * programs of one agency may have the same file: each looks at it before it says what is in it, and of two lines about one thing
 * the first counts.
 */
export class OwnBook {
  readonly #path: string;
  #read = 0;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #answers = new Map<string, AnsweredEntry>();
  readonly #waiting = new Map<string, Waiting>();

  private constructor(path: string) {
    this.#path = path;
  }

  /** Opens the book, which is made where it is not there. Throws where it cannot be written or read. */
  static async open(path: string): Promise<OwnBook> {
    const book = new OwnBook(path);
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await (await open(path, 'a', 0o600)).close();
      await book.#refresh();
    } catch (error) {
      throw new InputFault(
        `This program cannot read and write the own book ${path}. Set ACCORD_OWN_BOOK to a file of its own.`,
        { cause: error },
      );
    }
    return book;
  }

  /** Writes an entry down. When this comes back, what is in the book counts, which may be an earlier one. */
  add(entry: BookEntry): Promise<void> {
    return this.#inTurn(async () => {
      const file = await open(this.#path, 'a+', 0o600);
      try {
        const { size } = await file.stat();
        const end = new Uint8Array(1);
        if (size > 0) await file.read(end, 0, 1, size - 1);
        // A line that a kill cut short is left as it is.
        const cut = size > 0 && end[0] !== newline;
        await file.appendFile(`${cut ? '\n' : ''}${JSON.stringify(entry)}\n`);
        await file.datasync();
      } finally {
        await file.close();
      }
      await this.#refresh();
    });
  }

  /** The answer that came with an order. */
  answer(order: string): Promise<AnsweredEntry | undefined> {
    return this.#look(() => this.#answers.get(order));
  }

  /** The last answer to each prompt. */
  answers(): Promise<readonly AnsweredEntry[]> {
    return this.#look(() => {
      const last = new Map([...this.#answers.values()].map((one) => [JSON.stringify([one.record, one.prompt]), one]));
      return [...last.values()];
    });
  }

  /** Every answer, in the order they were given. */
  allAnswers(): Promise<readonly AnsweredEntry[]> {
    return this.#look(() => [...this.#answers.values()]);
  }

  waiting(order: string): Promise<Waiting | undefined> {
    return this.#look(() => this.#waiting.get(order));
  }

  /** Alerts of a record that wait or were returned. */
  waitingOf(record: string): Promise<readonly Waiting[]> {
    return this.#look(() =>
      [...this.#waiting.values()].filter((one) => one.record === record && one.decided?.kind !== 'RAISED'),
    );
  }

  #look<Found>(find: () => Found): Promise<Found> {
    return this.#inTurn(async () => {
      await this.#refresh();
      return find();
    });
  }

  #inTurn<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  async #refresh(): Promise<void> {
    const { size } = await stat(this.#path);
    if (size === this.#read) return;
    if (size < this.#read)
      throw new Error('The own book has become shorter, though entries are only ever added to it.');
    const bytes = await readFile(this.#path);
    const whole = bytes.lastIndexOf(newline) + 1;
    for (const line of bytes.subarray(this.#read, whole).toString('utf8').split('\n')) this.#take(line);
    this.#read = whole;
  }

  #take(line: string): void {
    const entry = parseEntry(line);
    if (!entry) return;
    if (entry.kind === 'ANSWERED') {
      if (!this.#answers.has(entry.order)) this.#answers.set(entry.order, entry);
    } else if (entry.kind === 'WAITS') {
      if (!this.#waiting.has(entry.order)) this.#waiting.set(entry.order, { ...entry, decided: null });
    } else {
      const waiting = this.#waiting.get(entry.order);
      if (waiting && !waiting.decided) this.#waiting.set(entry.order, { ...waiting, decided: entry });
    }
  }
}

/** A line of this program's own; undefined for one that a kill cut short. */
function parseEntry(line: string): BookEntry | undefined {
  if (line === '') return undefined;
  try {
    return JSON.parse(line) as BookEntry;
  } catch {
    return undefined;
  }
}
