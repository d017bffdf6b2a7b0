import type { ContactWay } from '@accord/contract/generated/api';
import { asksWhether, isNumberOrRefusal, safetyIn } from '../database/safetyNames.ts';
import { codesTold, countedCodes } from './countedCodes.ts';
import { counted, type Finding } from './Finding.ts';
import { isReadFrom } from './isReadFrom.ts';
import { onceEach } from './onceEach.ts';

/** What a row says about whether somebody may be reached: yes, no, or neither (empty, unknown, a word of the agency's own). */
type Answer = 'SAFE' | 'UNSAFE' | 'EMPTY' | 'OTHER';
type Counts = {
  filled: number;
  /** Values that are no answer but a number, an e-mail address or a day. */
  reaches: number;
  withheld: number;
  readonly told: Record<Answer, number>;
  readonly others: unknown[];
};

const ways = ['phone', 'email'] as const;
const none = (): Counts => ({
  ...{ filled: 0, reaches: 0, withheld: 0, others: [] },
  told: { SAFE: 0, UNSAFE: 0, EMPTY: 0, OTHER: 0 },
});

/**
 * Checks for numbers and e-mail addresses that are served although a column of the row they stand in does not say that they
 * are safe, judging by the column's name (`safe_to_call`, `do_not_contact`) as `init` does: an empty or unknown answer is
 * none. Also counts those that are withheld because nothing is known, so that somebody can ask.
 */
export function checkUnsafe() {
  const columns = new Map<string, Counts>();
  const named = onceEach(readName);
  return {
    /** A row of `contact`, with the rows beside it, and what is served from it. */
    row(parts: readonly unknown[], value: unknown): void {
      const served = ways.map((way) => [way, textIn(value, way)] as const);
      for (const [nth, part] of parts.entries()) {
        if (typeof part !== 'object' || part === null) continue;
        const entries = Object.entries(part);
        for (const [column, said] of entries) {
          const safety = safetyOf(named(column), said, nth > 0);
          if (!safety) continue;
          const answer = answerOf(said, safety.yesIs);
          const told = safety.by.some((means) =>
            means === 'phone' || means === 'email'
              ? served.some(([way, text]) => way === means && text !== null && isReadFrom(entries, text))
              : isNotUnsafe(value, means),
          );
          const counts = columns.get(column) ?? none();
          columns.set(column, counts);
          const text = String(said ?? '').trim();
          if (text !== '') counts.filled += 1;
          if (isReach.test(text)) counts.reaches += 1;
          if (told) counts.told[answer] += 1;
          else if (answer === 'EMPTY' || answer === 'OTHER') counts.withheld += 1;
          if (answer === 'OTHER') counts.others.push(said);
        }
      }
    },
    findings: (): readonly Finding[] =>
      [...columns].flatMap(([column, { filled, reaches, withheld, told, others }]) => {
        // `safe_mobile` may be the number itself.
        if (reaches > filled / 2) return [];
        // Where to ring instead is no code.
        const codes = reaches > 0 ? null : countedCodes(column, others);
        const which = codes && codes.length > 0 ? `: ${codesTold(codes)}` : '';
        const finding = (
          gravity: Finding['gravity'],
          count: number,
          found: string,
          todo: string,
        ): readonly Finding[] =>
          count === 0
            ? []
            : [
                {
                  ...{ check: 'VALUES', gravity, where: `contact, column ${column}`, todo },
                  found: `${counted(count, 'row')} ${found}`,
                },
              ];
        return [
          ...finding(
            'MEND',
            told.UNSAFE + told.EMPTY,
            `with no, nothing or unknown here ${told.UNSAFE + told.EMPTY === 1 ? 'is' : 'are'} told as safe.`,
            'Unless the column says that it is safe, return null for the number or e-mail address and list it in "silent", or name the way in "unsafe".',
          ),
          ...finding(
            'LOOK',
            told.OTHER,
            `with another answer than yes or no here ${told.OTHER === 1 ? 'is' : 'are'} told as safe${which}.`,
            'Do the same as for a no with each answer that does not mean that it is safe.',
          ),
          ...finding(
            'LOOK',
            withheld,
            `with neither yes nor no here ${withheld === 1 ? 'is' : 'are'} not known to be safe, and not told as safe${told.OTHER > 0 ? '' : which}.`,
            'Have workers ask. If one of these answers means that it is safe, have the mapping say so.',
          ),
        ];
      }),
  };
}

/** What a column says by its name, as a number and as a refusal (`contact_no`); null for one that asks who, when or how. */
function readName(column: string) {
  if (!asksWhether(column)) return null;
  const as = (isRefusal: boolean) => {
    const beside = safetyIn(column, { ofContact: true, isRefusal });
    // In a row of its own, whether it is safe to call is said of the row, whichever way it holds.
    const isOfRow = beside && ways.some((way) => beside.by.includes(way));
    return { alone: safetyIn(column, { isRefusal }), beside: isOfRow ? { ...beside, by: ways } : beside };
  };
  return { isEither: isNumberOrRefusal(column), number: as(false), refusal: as(true) };
}

function safetyOf(named: ReturnType<typeof readName>, said: unknown, ofContact: boolean) {
  if (!named) return null;
  const isRefusal = named.isEither && (typeof said === 'boolean' || /^(y|n|yes|no)$/i.test(String(said)));
  return named[isRefusal ? 'refusal' : 'number'][ofContact ? 'beside' : 'alone'];
}

const isReach = /@|(\d\D*){6}/;

const yes = /^(y|yes|t|true|1|-1|j|x|ok|okay|safe)$/i;
const no = /^(n|no|f|false|0)$/i;
const unknown = /^([^\p{L}\p{N}]*|n[^\p{L}\p{N}]?a|unk|unknown|null|none|not (known|asked|stated)|tb[acd])$/iu;

function answerOf(said: unknown, yesIs: 'SAFE' | 'UNSAFE'): Answer {
  const text = String(said ?? '').trim();
  // A refusal that was never entered is none.
  if (yesIs === 'UNSAFE' && text === '') return 'SAFE';
  if (unknown.test(text)) return 'EMPTY';
  if (yes.test(text)) return yesIs;
  return no.test(text) ? (yesIs === 'SAFE' ? 'UNSAFE' : 'SAFE') : 'OTHER';
}

/** A contact in which this way is not among the unsafe ones. */
function isNotUnsafe(value: unknown, way: ContactWay): boolean {
  const unsafe: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'unsafe') : null;
  return Array.isArray(unsafe) && !unsafe.includes(way);
}

function textIn(value: unknown, way: (typeof ways)[number]): string | null {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, way) : null;
  return typeof text === 'string' && text !== '' ? text : null;
}
