import type { Load } from './loading.ts';
import { type FindArgs, type Learns, type Plan, RowsRead } from './RowsRead.ts';
import type { Batch } from './table.ts';

/** How many questions' columns are remembered. The hub has few questions; any beyond these are answered from whole rows. */
const mostQuestions = 256;

type Statements = Map<string, RowsRead>;
type PlanRows = (rows: RowsRead, args: FindArgs) => Plan;

/**
 * Learns from the first answers which columns a mapping reads to answer a question, so that later answers load only those.
 *
 * It remembers names of columns and no row data. There is one for each agency's program. What a question once read is loaded
 * whenever it is asked, even under a permit that needs none of it.
 */
export class ColumnsRead {
  readonly #questions = new Map<string, WeakMap<object, Statements>>();
  #misses = 0;

  /**
   * Answers a question: calls `answer` with a batch whose tables load only what the question is known to need. If it then
   * reads something else, the result is dropped and `answer` is called once more with a batch that loads whole rows.
   *
   * So an answer takes up to twice the statements when it meets a new kind of row, but never more statements for more
   * records.
   */
  async answer<Value>(question: string, now: Date, answer: (batch: Batch) => Promise<Value>): Promise<Value> {
    const known = this.#of(question);
    if (!known) return answer({ now });
    const learning = new Set<RowsRead>();
    const learns: Learns = (rows) => learning.add(rows);
    const before = this.#misses;
    const by = (way: 'plan' | 'learn'): Promise<Value> =>
      answer({ now, columns: { of: (given) => this.#load(known, given, (rows, args) => rows[way](args, learns)) } });
    const [given] = await Promise.allSettled([by('plan')]);
    for (const rows of learning) rows.settle();
    // INVARIANT: misses are counted, not caught: an `answer` that swallows the error for a column that was not loaded has
    // not answered. The count may include a miss of another question answered at the same time; that costs a second answer
    // and nothing else.
    if (this.#misses !== before) return by('learn');
    if (given.status === 'rejected') throw given.reason;
    return given.value;
  }

  #of(question: string): WeakMap<object, Statements> | undefined {
    const known = this.#questions.get(question);
    if (known || this.#questions.size >= mostQuestions) return known;
    const fresh = new WeakMap<object, Statements>();
    this.#questions.set(question, fresh);
    return fresh;
  }

  #load(question: WeakMap<object, Statements>, given: object, plan: PlanRows): Load {
    const statements = question.get(given) ?? new Map<string, RowsRead>();
    question.set(given, statements);
    let sent = 0;
    return {
      plan: (model, args) => {
        const name = `${sent} ${model}`;
        sent += 1;
        const rows = statements.get(name) ?? new RowsRead(() => this.#noteMiss());
        statements.set(name, rows);
        return plan(rows, args);
      },
    };
  }

  #noteMiss(): void {
    this.#misses += 1;
  }
}
