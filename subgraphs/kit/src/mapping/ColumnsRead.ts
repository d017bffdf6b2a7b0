import type { Load } from './loading.ts';
import { type FindArgs, type Learns, type Plan, RowsRead } from './RowsRead.ts';
import type { Batch } from './table.ts';

/** Questions whose columns are remembered. The hub's are few; whatever comes beyond these is answered from whole rows. */
const mostQuestions = 256;

type Statements = Map<string, RowsRead>;
type PlanRows = (rows: RowsRead, args: FindArgs) => Plan;

/**
 * Which columns a mapping reads to answer a question, found out from the first answers, so that later ones load only these.
 *
 * It remembers names of columns, and nothing of anybody's rows. One for each agency's program.
 */
export class ColumnsRead {
  readonly #questions = new Map<string, WeakMap<object, Statements>>();
  #misses = 0;

  /**
   * Answers a question: `answer` with a batch whose tables load what the question was seen to need. Where it then reads something else,
   * it is called once more, with one that loads whole rows; what it gave before is dropped.
   *
   * So an answer takes up to twice the statements where rows of another kind than any before are read; never more with more records.
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
    // INVARIANT: counted, not caught: whoever reads what was not loaded and goes on regardless has answered nothing. That a question
    // answered at the same time is counted too costs that one a second answer, and nothing else.
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
