import fc from 'fast-check';
import { Choices } from './Choices.ts';
import { marksIn } from './filing/Filing.ts';
import { randomMutation } from './randomMutation.ts';
import { type Asked, choicesFrom, documentsFrom, randomQuestion } from './randomQuestion.ts';
import { faultOf, smallest } from './smallest.ts';
import { openTwoSides, type TwoSides } from './twoSides.ts';
import { type WorldPair, worldPair } from './worldPair.ts';

const seed = Number(process.env.ACCORD_SEED ?? Date.now() % 1_000_000);
/**
 * How many questions two worlds are asked, all shares together. A run of fewer says so in its name and in the line it prints.
 */
const whole = 20_000;
const wanted = Number(process.env.ACCORD_PAIRS ?? whole);
const quick = wanted < whole ? `, a quick look of ${wanted} only` : '';
/** The most different questions that one pair of worlds is asked. */
const mostOfEach = 250;
/**
 * How many documents a pair of worlds is asked, and how many of them are new: each is planned once and asked of several pairs.
 */
const [documentsOfEach, newToEach] = [160, 32];

/** A part of the law, run by one test file, so that several run in parallel. */
export type Share = Readonly<{ number: number; of: number }>;

/**
 * Registers the tests of one share: two partnerships that differ only in what the requester may not know. Whatever is asked,
 * both answer with the same bytes.
 *
 * Each pair of worlds depends on the seed and its own number only: run alone (`-t 'worlds 7 '`), it fails as it does among the
 * others.
 */
export function nonInterference({ number, of }: Share): void {
  const pairs = Math.ceil(wanted / of / mostOfEach);
  const ofEach = Math.ceil(wanted / of / pairs);
  const documents = documentsFrom(seed * of + number, documentsOfEach + newToEach * (pairs - 1));
  const counted = { compared: 0, shown: 0, refused: 0, documents: new Set<string>() };
  let sides: TwoSides;
  let failed = false;

  beforeAll(async () => {
    sides = await openTwoSides();
  });
  afterAll(() => sides.close());

  test.each(Array.from({ length: pairs }, (_, index) => index * of + number))(
    `what a requester may not know changes not one byte of any answer (ACCORD_SEED=${seed}, worlds %i of ${pairs * of}${quick})`,
    async (place) => {
      const pair = pairNumber(place);
      await sides.become(pair);
      const first = Math.floor(place / of) * newToEach;
      const pool = documents.slice(first, first + documentsOfEach);
      const asked = new Set<string>();
      let cursors: readonly string[] = [];
      // More choices than questions, because some come out the same.
      for (const choices of choicesFrom(seed + place, mostOfEach * 4, 60)) {
        if (asked.size === ofEach) break;
        // What changes consents comes last, so that most questions are asked while most is still disclosed.
        const question: Asked =
          asked.size < ofEach * 0.95 ? randomQuestion(choices, pool, cursors) : randomMutation(choices);
        const key = JSON.stringify(question);
        // Repeating a question in the same worlds shows nothing new.
        if (asked.has(key)) continue;
        asked.add(key);
        try {
          const { status, body } = await sides.ask(pair, question);
          cursors = [...cursors, ...cursorsIn(body)].slice(-6);
          counted.compared += 1;
          counted.shown += marksIn(body).length;
          counted.refused += status === 200 ? 0 : 1;
          counted.documents.add(question.query ?? question.documentId ?? '');
        } catch (error) {
          throw await inSmall(pair, question, error);
        }
      }
      expect(asked.size).toBe(ofEach);
    },
  );

  /** The first failure, made small. If it fails in worlds that were asked nothing before, it is shrunk there. */
  async function inSmall(pair: WorldPair, question: Asked, error: unknown): Promise<unknown> {
    if (failed) return error;
    failed = true;
    const ask = (smaller: Asked): Promise<unknown> => sides.ask(pair, smaller);
    const askFirst = async (smaller: Asked): Promise<unknown> => {
      await sides.become(pair);
      return ask(smaller);
    };
    const alone = await faultOf(askFirst(question));
    return alone === undefined ? smallest(question, error, ask) : smallest(question, alone, askFirst);
  }

  test('the law holds of a hub that tells things', () => {
    const { compared, shown, refused, documents } = counted;
    process.stdout.write(
      `Non-interference, share ${number + 1} of ${of}: ${compared} different questions compared, from ${documents.size} different ` +
        `documents, in ${pairs} pairs of worlds, ACCORD_SEED=${seed}${quick}\n`,
    );
    expect(compared).toBeGreaterThanOrEqual(wanted / of);
    expect(shown).toBeGreaterThan(compared / 20);
    expect(refused).toBeLessThan(compared / 2);
  });
}

function pairNumber(place: number): WorldPair {
  const [list = []] = fc.sample(fc.array(fc.nat(9_999_999), { minLength: 900, maxLength: 900 }), {
    seed: seed + place,
    numRuns: 1,
  });
  return worldPair(new Choices(list));
}

const cursorsIn = (body: string): readonly string[] =>
  [...body.matchAll(/"([\w-]{60,})"/g)].flatMap(([, cursor]) => (cursor ? [cursor] : []));
